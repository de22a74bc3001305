package io.leadmap.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

class MailboxTest {
    private static final Instant START = Instant.parse("2026-02-27T09:30:00Z");

    /** Mail from a domain of the stack, its outcomes to the default bus, a function that hears. */
    private static final String WITH_MAIL =
            """
            Resources:
              Domain:
                Type: AWS::SES::EmailIdentity
                Properties: { EmailIdentity: mail.example }
              Set:
                Type: AWS::SES::ConfigurationSet
                Properties: { Name: probe-set }
              Outcomes:
                Type: AWS::SES::ConfigurationSetEventDestination
                Properties:
                  ConfigurationSetName: !Ref Set
                  EventDestination:
                    Enabled: true
                    MatchingEventTypes: [delivery, bounce]
                    EventBridgeDestination:
                      EventBusArn: !Sub arn:aws:events:${AWS::Region}:${AWS::AccountId}:event-bus/default
              Postman:
                Type: AWS::Serverless::Function
                Properties:
                  Policies:
                    - Version: "2012-10-17"
                      Statement:
                        - { Effect: Allow, Action: "ses:SendRawEmail", Resource: "*" }
                  Events:
                    Send: { Type: HttpApi, Properties: { ApiId: !Ref Api, Method: POST, Path: "/mail/{to}", Auth: { Authorizer: NONE } } }
                    Outcome:
                      Type: EventBridgeRule
                      Properties: { Pattern: { source: [aws.ses] } }
            """;

    @TempDir static Path folder;
    private static ProbeStack stack;

    @BeforeAll
    static void start() {
        stack = new ProbeStack(folder, null, START, "Resources:\n", WITH_MAIL);
    }

    @AfterAll
    static void end() {
        stack.close();
    }

    private static JsonNode mailTo(String name) {
        assertThat(stack.post("/mail/" + name, "").statusCode()).as(stack.log()).isEqualTo(200);
        return stack.json(stack.get("/_local/mail")).path(0);
    }

    @Test
    void a_mail_can_be_read_as_json_and_as_a_page() {
        JsonNode mail = mailTo("ann");
        assertThat(mail.path("to").path(0).asText()).isEqualTo("ann@example.com");
        assertThat(mail.path("subject").asText()).isEqualTo("Hello <ann>");
        assertThat(mail.path("sentAt").asText()).startsWith("2026-02-27T09:3");
        String page =
                stack.get("/_local/mail/" + mail.path("id").asText(), "Accept", "text/html").body();
        assertThat(page).contains("Hello &lt;ann&gt;").doesNotContain("<ann>");
    }

    @Test
    void what_ses_would_report_reaches_the_functions_that_ask_for_it() {
        String path = "/_local/mail/" + mailTo("bob").path("id").asText();
        HttpResponse<String> told = stack.post(path + "/event", "{\"kind\":\"delivered\"}");
        assertThat(told.statusCode()).as(told.body()).isEqualTo(202);
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (stack.seenBy("Postman").isEmpty()) {
            assertThat(System.nanoTime()).as(stack.log()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(stack.post(path + "/event", "{\"kind\":\"complained\"}").statusCode())
                .as("the template asks for no complaints")
                .isEqualTo(409);
        assertThat(stack.post(path + "/event", "{\"kind\":\"eaten\"}").statusCode()).isEqualTo(422);
        assertThat(stack.post(path + "/reply", "{\"text\":\"Yes\"}").statusCode())
                .as("nothing receives mail")
                .isEqualTo(409);
        assertThat(stack.post("/_local/mail/none/event", "{}").statusCode()).isEqualTo(404);
    }
}
