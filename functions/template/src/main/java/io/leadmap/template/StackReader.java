package io.leadmap.template;

import io.leadmap.template.Stack.Bus;
import io.leadmap.template.Stack.EncryptionKey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the resources that hold or carry something: tables, keys, buses, mail. */
final class StackReader {
    private final ResourceNames names;
    private final Map<String, Element> resources;
    private final PolicyReader policies;

    StackReader(ResourceNames names, Map<String, Element> resources, PolicyReader policies) {
        this.names = names;
        this.resources = resources;
        this.policies = policies;
    }

    /** Everything but the functions' policies. */
    Stack read() {
        return new Stack(
                ResourceNames.REGION,
                ResourceNames.ACCOUNT,
                each("AWS::DynamoDB::Table", this::table),
                each("AWS::KMS::Key", StackReader::key),
                each(
                        "AWS::Events::EventBus",
                        id ->
                                new Bus(
                                        id,
                                        names.nameOf(id),
                                        ResourceNames.arn(
                                                "events", "event-bus/" + names.nameOf(id)))),
                each("AWS::SES::EmailIdentity", names::nameOf),
                each("AWS::SES::ConfigurationSet", names::nameOf),
                Map.of());
    }

    /** Which outcomes of mails reach which bus. */
    List<MailOutcomes> mailOutcomes() {
        List<MailOutcomes> outcomes = new ArrayList<>();
        for (String id : ids("AWS::SES::ConfigurationSetEventDestination")) {
            Element properties = element(id);
            Element destination = properties.required("EventDestination");
            if (destination.flag("Enabled", true)) {
                String arn =
                        destination
                                .required("EventBridgeDestination")
                                .required("EventBusArn")
                                .text();
                outcomes.add(
                        new MailOutcomes(
                                properties.required("ConfigurationSetName").text(),
                                arn.substring(arn.indexOf("event-bus/") + 10),
                                destination.required("MatchingEventTypes").texts()));
            }
        }
        return outcomes;
    }

    private TableDefinition table(String id) {
        Element properties = element(id);
        String name = names.nameOf(id);
        List<TableDefinition.Attribute> attributes =
                properties.required("AttributeDefinitions").items().stream()
                        .map(a ->
                                new TableDefinition.Attribute(
                                        a.required("AttributeName").text(),
                                        a.required("AttributeType").text()))
                        .toList();
        TableDefinition table =
                new TableDefinition(
                        id,
                        name,
                        ResourceNames.tableArn(name),
                        attributes,
                        keys(properties.required("KeySchema")),
                        properties.child("GlobalSecondaryIndexes").items().stream()
                                .map(StackReader::index)
                                .toList(),
                        properties.child("StreamSpecification").optionalText("StreamViewType"),
                        policies.ofTable(
                                properties.child("ResourcePolicy").child("PolicyDocument")));
        checkAttributes(properties, table);
        return table;
    }

    /** CloudFormation refuses a definition that no key uses and a key without a definition. */
    private static void checkAttributes(Element properties, TableDefinition table) {
        Set<String> defined =
                table.attributes().stream()
                        .map(TableDefinition.Attribute::name)
                        .collect(Collectors.toSet());
        Set<String> used =
                java.util.stream.Stream.concat(
                                table.keys().stream(),
                                table.indexes().stream().flatMap(i -> i.keys().stream()))
                        .map(TableDefinition.Key::attribute)
                        .collect(Collectors.toSet());
        if (!defined.equals(used)) {
            throw properties
                    .child("AttributeDefinitions")
                    .wrong("defines " + defined + " but the keys use " + used);
        }
    }

    private static TableDefinition.Index index(Element index) {
        Element projection = index.required("Projection");
        return new TableDefinition.Index(
                index.required("IndexName").text(),
                keys(index.required("KeySchema")),
                projection.required("ProjectionType").text(),
                projection.child("NonKeyAttributes").texts());
    }

    private static List<TableDefinition.Key> keys(Element schema) {
        return schema.items().stream()
                .map(k ->
                        new TableDefinition.Key(
                                k.required("AttributeName").text(), k.required("KeyType").text()))
                .toList();
    }

    private static EncryptionKey key(String id) {
        String keyId = ResourceNames.keyId(id);
        return new EncryptionKey(id, keyId, ResourceNames.arn("kms", "key/" + keyId));
    }

    private <T> List<T> each(String type, Function<String, T> reading) {
        return ids(type).stream().map(reading).toList();
    }

    private List<String> ids(String type) {
        return resources.keySet().stream().filter(id -> names.typeOf(id).equals(type)).toList();
    }

    private Element element(String id) {
        return java.util.Objects.requireNonNull(resources.get(id));
    }
}
