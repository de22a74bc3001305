package io.leadmap.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.template.Statement.Effect;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

class TemplateReaderTest {
    private static final Map<String, String> PARAMETERS =
            Map.of(
                    "JwtIssuer", "https://issuer.example",
                    "JwtAudience", "leadmap",
                    "PublicUrl", "http://localhost:1",
                    "SendingDomain", "mail.example");

    @TempDir Path folder;

    private Template read(String from, String to) {
        try (InputStream in = getClass().getResourceAsStream("/probe/template.yaml")) {
            String yaml =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(yaml).contains(from);
            Path file = folder.resolve("template.yaml");
            Files.writeString(file, yaml.replace(from, to));
            return TemplateReader.read(file, PARAMETERS);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void the_projects_own_template_can_be_served() {
        Template template = TemplateReader.read(Path.of("..", "..", "template.yaml"), PARAMETERS);
        assertThat(template.stack().tables())
                .extracting(TableDefinition::logicalId)
                .contains("LeadsTable", "HistoryTable", "MailTable");
        assertThat(template.stack().tables().get(1).resourcePolicy().getFirst().effect())
                .isEqualTo(Effect.DENY);
    }

    @Test
    void an_alarm_may_name_the_rule_that_a_schedule_becomes() {
        String alarm =
                """
                Resources:
                  Missed:
                    Type: AWS::CloudWatch::Alarm
                    Properties:
                      MetricName: Invocations
                      Dimensions: [{ Name: RuleName, Value: !Ref %s }]
                """;
        assertThat(read("Resources:\n", alarm.formatted("TickerHourly")).schedules()).isNotEmpty();
        assertThatThrownBy(() -> read("Resources:\n", alarm.formatted("TickerYearly")))
                .isInstanceOf(MiswiredTemplate.class)
                .hasMessageContaining("TickerYearly");
    }

    @Test
    void a_managed_policy_of_the_template_is_each_holders_own() {
        Template template =
                read(
                        "Resources:\n",
                        """
                        Resources:
                          Shared:
                            Type: AWS::IAM::ManagedPolicy
                            Properties:
                              PolicyDocument:
                                Version: "2012-10-17"
                                Statement:
                                  - Effect: Allow
                                    Action: dynamodb:GetItem
                                    Resource: !GetAtt Things.Arn
                          Holder:
                            Type: AWS::Serverless::Function
                            Properties:
                              CodeUri: probe.zip
                              Handler: probe.Probe
                              Policies: [!Ref Shared]
                        """);
        assertThat(Objects.requireNonNull(template.functions().get("Holder")).policies())
                .last()
                .satisfies(statement -> {
                    assertThat(statement.actions()).containsExactly("dynamodb:GetItem");
                    assertThat(statement.resources()).hasSize(1);
                });
    }

    @Test
    void a_policy_that_is_managed_elsewhere_stops_the_start() {
        assertThatThrownBy(() ->
                        read(
                                "Resources:\n",
                                """
                                Resources:
                                  Holder:
                                    Type: AWS::Serverless::Function
                                    Properties:
                                      CodeUri: probe.zip
                                      Handler: probe.Probe
                                      Policies: [AWSLambdaBasicExecutionRole]
                                """))
                .isInstanceOf(MiswiredTemplate.class)
                .hasMessageContaining("Resources.Holder.Properties.Policies");
    }

    @Test
    void what_the_template_says_is_read() {
        Template template = read("", "");
        FunctionDefinition web = Objects.requireNonNull(template.functions().get("Web"));
        assertThat(web.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(web.environment()).containsEntry("BUS", "leadmap-probe");
        assertThat(web.zip()).isEqualTo(folder.resolve("probe.zip"));
        assertThat(web.policies().getFirst().resources())
                .containsExactly(
                        "arn:aws:dynamodb:eu-west-1:123456789012:table/Things",
                        "arn:aws:dynamodb:eu-west-1:123456789012:table/Seen");
        assertThat(template.functions().get("Reader"))
                .extracting(f -> Objects.requireNonNull(f).policies().size())
                .as("policies of Globals are added to")
                .isEqualTo(3);
        assertThat(template.routes())
                .extracting(Route::key)
                .contains("GET /people/{id}", "ANY /{what}");
        assertThat(template.routes().getFirst().authorizer())
                .hasValueSatisfying(
                        a -> assertThat(a.issuer()).isEqualTo("https://issuer.example"));
        assertThat(template.routes().get(1).authorizer()).isEmpty();
        StreamSource consumer = template.streamSources().getFirst();
        assertThat(consumer.batchSize()).isEqualTo(10);
        assertThat(consumer.bisect()).isTrue();
        assertThat(consumer.retries()).hasValue(0);
        assertThat(consumer.onFailure()).hasValue("GivenUp");
        assertThat(template.busRules().getFirst().bus()).isEqualTo("leadmap-probe");
        assertThat(template.stack().policies().keySet()).contains("Web", "Partial");
    }

    @ParameterizedTest(name = "{0} → {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    Type: AWS::SQS::Queue | Type: AWS::S3::Bucket | Resources.GivenUp.Type
                    Timeout: 2 | Timeout: 2\\n    Layers: [x] | Globals.Function.Layers
                    BillingMode: PAY_PER_REQUEST | BillingMode: PROVISIONED | Resources.Things.Properties.BillingMode
                    Schedule: rate(1 hour) | Schedule: rate(1 hour), ScheduleExpressionTimezone: x | Events.Hourly.Properties.ScheduleExpressionTimezone
                    rate(1 hour) | rate(1 hours) | Events.Hourly.Properties.Schedule
                    "cron(0 3 * * ? *)" | "cron(0 3 * * * *)" | Events.Nightly.Properties.Schedule
                    Type: Schedule, Properties: { Schedule: rate(1 hour) | Type: SQS, Properties: { Queue: x | Events.Hourly.Type
                    !Sub "${AWS::StackName}-probe" | !ImportValue x | Resources.Bus.Properties.Name
                    BUS: !Ref Bus | BUS: !Ref Train | Resources.Web.Properties.Environment.Variables.BUS
                    BUS: !Ref Bus | BUS: !GetAtt Bus.Wheels | Resources.Web.Properties.Environment.Variables.BUS
                    Action: events:PutEvents | NotAction: events:PutEvents | Policies[0].Statement[1].NotAction
                    Action: events:PutEvents | Action: s3:GetObject | Policies[0].Statement[1].Action
                    Action: events:PutEvents | Action: events:PutEvents\\n            Condition: { IpAddress: { aws:SourceIp: 1.1.1.1 } } | Condition.IpAddress
                    Action: events:PutEvents | Action: events:PutEvents\\n            Condition: { StringEquals: { aws:username: me } } | Condition.StringEquals.aws:username
                    Action: events:PutEvents | Action: events:PutEvents\\n            Condition: { "ForAllValues:StringLike": { aws:username: me } } | know no condition key aws:username
                    Action: events:PutEvents | Action: events:PutEvents\\n            Condition: { "ForAllValues:StringLike": { dynamodb:LeadingKeys: "${aws:username}" } } | know no policy variable ${aws:username}
                    Resource: !GetAtt Bus.Arn | Resource: "arn:aws:events:*:*:event-bus/${aws:username}" | Policies[0].Statement[1].Resource
                    - Version: "2012-10-17"\\n        Statement:\\n          - Effect: Allow\\n            Action: dynamodb:PutItem | - DynamoDBCrudPolicy: { TableName: x }\\n      - Version: "2012-10-17"\\n        Statement:\\n          - Effect: Allow\\n            Action: dynamodb:PutItem | Policies[0]
                    StartingPosition: TRIM_HORIZON | StartingPosition: AT_TIMESTAMP | Events.All.Properties.StartingPosition
                    Stream: !GetAtt Things.StreamArn | Stream: !GetAtt Bus.Arn | Events.All.Properties.Stream
                    detail-type: [wanted] | detail-type: wanted | Events.Wanted.Properties.Pattern
                    detail-type: [wanted] | detail-type: [{ wildest: x }] | Events.Wanted.Properties.Pattern
                    Destination: !GetAtt GivenUp.Arn | Destination: arn:aws:sqs:eu-west-1:1:else | Destination
                    Method: POST | Method: POKE | Events.Any.Properties.Method
                    Path: /people/me | Path: "/people/{id}" | is there twice
                    Authorizer: NONE | Authorizer: Nobody | has no authorizer Nobody
                    PayloadFormatVersion: "2.0" | PayloadFormatVersion: "1.0" | Events.People.Properties.PayloadFormatVersion
                    Runtime: java25 | Runtime: java8 | Globals.Function.Runtime
                    JwtAudience: { Type: String } | JwtAudience: { Type: String }\\n  Extra: { Type: String } | Parameters.Extra
                    Parameters: | Mappings: { A: { B: { C: d } } }\\nParameters: | Mappings
                    AttributeName: sk, AttributeType: S | AttributeName: other, AttributeType: S | AttributeDefinitions
                    """)
    void what_would_not_be_served_as_deployed_stops_the_start_with_its_path(
            String from, String to, String path) {
        assertThatThrownBy(() -> read(from.replace("\\n", "\n"), to.replace("\\n", "\n")))
                .isInstanceOf(MiswiredTemplate.class)
                .hasMessageContaining(path);
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThatThrownBy(() -> read("Timeout: 2", "Timeout: 2\n    Layers: [a]\n    Nope: 1"))
                .isInstanceOfSatisfying(
                        MiswiredTemplate.class,
                        e ->
                                assertThat(e.miswirings())
                                        .extracting(Miswiring::path)
                                        .containsExactlyElementsOf(
                                                List.of(
                                                        "Globals.Function.Layers[0]",
                                                        "Globals.Function.Nope")));
    }

    @Test
    void a_resource_whose_condition_is_false_is_not_there() {
        Template template =
                read(
                        "Resources:\n",
                        """
                        Conditions:
                          Never: !Equals [!Ref JwtAudience, other]
                        Resources:
                          Spare:
                            Type: AWS::SQS::Queue
                            Condition: Never
                        """);
        assertThat(template.queues().values()).containsExactly("GivenUp");
    }
}
