package io.leadmap.local.template;

import io.leadmap.local.stack.Stack;
import io.leadmap.local.stack.Stack.Bus;
import io.leadmap.local.stack.Stack.EncryptionKey;
import io.leadmap.local.stack.Table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the resources that hold or carry something: tables, keys, buses, mail. */
final class StackReader {
    private final Names names;
    private final Map<String, Element> resources;
    private final PolicyReader policies;

    StackReader(Names names, Map<String, Element> resources, PolicyReader policies) {
        this.names = names;
        this.resources = resources;
        this.policies = policies;
    }

    /** Everything but the functions' policies. */
    Stack read() {
        return new Stack(
                Names.REGION,
                Names.ACCOUNT,
                each("AWS::DynamoDB::Table", this::table),
                each("AWS::KMS::Key", this::key),
                each(
                        "AWS::Events::EventBus",
                        id ->
                                new Bus(
                                        id,
                                        names.nameOf(id),
                                        Names.arn("events", "event-bus/" + names.nameOf(id)))),
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

    private Table table(String id) {
        Element properties = element(id);
        String name = names.nameOf(id);
        List<Table.Attribute> attributes =
                properties.required("AttributeDefinitions").items().stream()
                        .map(a ->
                                new Table.Attribute(
                                        a.required("AttributeName").text(),
                                        a.required("AttributeType").text()))
                        .toList();
        Table table =
                new Table(
                        id,
                        name,
                        Names.tableArn(name),
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
    private static void checkAttributes(Element properties, Table table) {
        Set<String> defined =
                table.attributes().stream().map(Table.Attribute::name).collect(Collectors.toSet());
        Set<String> used =
                java.util.stream.Stream.concat(
                                table.keys().stream(),
                                table.indexes().stream().flatMap(i -> i.keys().stream()))
                        .map(Table.Key::attribute)
                        .collect(Collectors.toSet());
        if (!defined.equals(used)) {
            throw properties
                    .child("AttributeDefinitions")
                    .wrong("defines " + defined + " but the keys use " + used);
        }
    }

    private static Table.Index index(Element index) {
        Element projection = index.required("Projection");
        return new Table.Index(
                index.required("IndexName").text(),
                keys(index.required("KeySchema")),
                projection.required("ProjectionType").text(),
                projection.child("NonKeyAttributes").texts());
    }

    private static List<Table.Key> keys(Element schema) {
        return schema.items().stream()
                .map(k ->
                        new Table.Key(
                                k.required("AttributeName").text(), k.required("KeyType").text()))
                .toList();
    }

    private EncryptionKey key(String id) {
        List<String> aliases = new ArrayList<>();
        for (String alias : ids("AWS::KMS::Alias")) {
            if (element(alias).required("TargetKeyId").text().contains(Names.keyId(id))) {
                aliases.add(names.nameOf(alias));
            }
        }
        String keyId = Names.keyId(id);
        return new EncryptionKey(id, keyId, Names.arn("kms", "key/" + keyId), aliases);
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
