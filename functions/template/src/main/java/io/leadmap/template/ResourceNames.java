package io.leadmap.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What {@code Ref} and {@code GetAtt} give for every parameter, pseudo parameter and resource, as
 * if the stack were named "leadmap" in one made-up account and region.
 */
final class ResourceNames {
    /** The region that ARNs name. */
    static final String REGION = "eu-west-1";

    /** The account that ARNs name. */
    static final String ACCOUNT = "123456789012";

    /** The name of the stack. */
    static final String STACK = "leadmap";

    private static final Map<String, String> PSEUDO =
            Map.of(
                    "AWS::Region",
                    REGION,
                    "AWS::AccountId",
                    ACCOUNT,
                    "AWS::Partition",
                    "aws",
                    "AWS::StackName",
                    STACK,
                    "AWS::StackId",
                    arn("cloudformation", "stack/" + STACK + "/local"),
                    "AWS::URLSuffix",
                    "amazonaws.com");

    private final Map<String, JsonNode> parameters;
    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, String> physical = new LinkedHashMap<>();
    private final Set<String> rules = new HashSet<>();

    /**
     * @param parameters the value of every parameter
     * @param resources the Resources section, unresolved
     */
    ResourceNames(Map<String, JsonNode> parameters, JsonNode resources) {
        this.parameters = parameters;
        resources
                .properties()
                .forEach(entry -> {
                    types.put(entry.getKey(), entry.getValue().path("Type").asText());
                    physical.put(entry.getKey(), entry.getKey());
                    addRules(entry.getKey(), entry.getValue());
                });
    }

    /** SAM makes a rule named after each event of a function that EventBridge sends. */
    private void addRules(String function, JsonNode resource) {
        resource.path("Properties")
                .path("Events")
                .properties()
                .forEach(event -> {
                    String type = event.getValue().path("Type").asText();
                    if (type.equals("Schedule") || type.equals("EventBridgeRule")) {
                        rules.add(function + event.getKey());
                    }
                });
    }

    /** Says that a resource has a name of its own; the logical id otherwise. */
    void name(String logicalId, String name) {
        physical.put(logicalId, name);
    }

    boolean isResource(String logicalId) {
        return types.containsKey(logicalId);
    }

    String typeOf(String logicalId) {
        return types.getOrDefault(logicalId, "");
    }

    /** The physical name of a resource. */
    String nameOf(String logicalId) {
        return physical.getOrDefault(logicalId, logicalId);
    }

    JsonNode ref(String path, String name) {
        String pseudo = PSEUDO.get(name);
        if (pseudo != null) {
            return TextNode.valueOf(pseudo);
        }
        JsonNode parameter = parameters.get(name);
        if (parameter != null) {
            return parameter;
        }
        if (rules.contains(name)) {
            return TextNode.valueOf(name);
        }
        if (!isResource(name)) {
            throw new MiswiredTemplate(path, "refers to " + name + ", which is not there");
        }
        return TextNode.valueOf(
                switch (typeOf(name)) {
                    case "AWS::SQS::Queue" ->
                            "https://sqs."
                                    + REGION
                                    + ".amazonaws.com/"
                                    + ACCOUNT
                                    + "/"
                                    + nameOf(name);
                    case "AWS::KMS::Key" -> keyId(name);
                    case "AWS::SNS::Topic" -> arn("sns", nameOf(name));
                    case "AWS::IAM::ManagedPolicy" -> policyArn(name);
                    default -> nameOf(name);
                });
    }

    JsonNode attribute(String path, String name, String attribute) {
        if (attribute.equals("Arn") && isRole(name)) {
            return TextNode.valueOf(roleArn(name));
        }
        if (!isResource(name)) {
            throw new MiswiredTemplate(path, "refers to " + name + ", which is not there");
        }
        String own = nameOf(name);
        String value =
                switch (typeOf(name) + " " + attribute) {
                    case "AWS::DynamoDB::Table Arn" -> tableArn(own);
                    case "AWS::DynamoDB::Table StreamArn" -> streamArn(own);
                    case "AWS::Serverless::Function Arn" -> arn("lambda", "function:" + own);
                    case "AWS::SQS::Queue Arn" -> arn("sqs", own);
                    case "AWS::SQS::Queue QueueName",
                            "AWS::Events::EventBus Name",
                            "AWS::SNS::Topic TopicName" ->
                            own;
                    case "AWS::KMS::Key Arn" -> arn("kms", "key/" + keyId(name));
                    case "AWS::KMS::Key KeyId" -> keyId(name);
                    case "AWS::Events::EventBus Arn" -> arn("events", "event-bus/" + own);
                    case "AWS::Logs::LogGroup Arn" -> arn("logs", "log-group:" + own + ":*");
                    case "AWS::SNS::Topic TopicArn" -> arn("sns", own);
                    case "AWS::Serverless::HttpApi ApiEndpoint" ->
                            "https://" + own + ".execute-api." + REGION + ".amazonaws.com";
                    case "AWS::SES::EmailIdentity DkimDNSTokenName1",
                            "AWS::SES::EmailIdentity DkimDNSTokenName2",
                            "AWS::SES::EmailIdentity DkimDNSTokenName3" ->
                            attribute.toLowerCase(Locale.ROOT) + "._domainkey." + own;
                    case "AWS::SES::EmailIdentity DkimDNSTokenValue1",
                            "AWS::SES::EmailIdentity DkimDNSTokenValue2",
                            "AWS::SES::EmailIdentity DkimDNSTokenValue3" ->
                            attribute.toLowerCase(Locale.ROOT) + ".dkim.amazonses.com";
                    default ->
                            throw new MiswiredTemplate(
                                    path,
                                    typeOf(name) + " " + name + " has no attribute " + attribute);
                };
        return TextNode.valueOf(value);
    }

    /** SAM makes a role named after each function that has none. */
    private boolean isRole(String name) {
        return name.endsWith("Role")
                && typeOf(name.substring(0, name.length() - 4)).equals("AWS::Serverless::Function");
    }

    /** The ARN of the role that SAM makes for a function, {@code FormIntakeRole}. */
    static String roleArn(String roleLogicalId) {
        return "arn:aws:iam::" + ACCOUNT + ":role/" + roleLogicalId;
    }

    /** The ARN of a managed policy of the template. */
    static String policyArn(String logicalId) {
        return "arn:aws:iam::" + ACCOUNT + ":policy/" + logicalId;
    }

    static String tableArn(String table) {
        return arn("dynamodb", "table/" + table);
    }

    static String streamArn(String table) {
        return tableArn(table) + "/stream/local";
    }

    static String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + resource;
    }

    /** A key id that stays the same from start to start. */
    static String keyId(String logicalId) {
        return UUID.nameUUIDFromBytes(logicalId.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** A parameter's value as CloudFormation would hand it on. */
    static JsonNode parameter(String type, String value) {
        return type.equals("Number") && value.matches("-?\\d{1,9}")
                ? IntNode.valueOf(Integer.parseInt(value))
                : TextNode.valueOf(value);
    }
}
