package io.leadmap.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reads template.yaml. Everything that the runner would not serve as deployed is reported at once,
 * each with its path, in a {@link MiswiredTemplate}.
 */
public final class TemplateReader {
    /** Resource types whose properties name them, and the property. */
    private static final Map<String, String> NAMING =
            Map.of(
                    "AWS::DynamoDB::Table", "TableName",
                    "AWS::SQS::Queue", "QueueName",
                    "AWS::Events::EventBus", "Name",
                    "AWS::SES::ConfigurationSet", "Name",
                    "AWS::SES::EmailIdentity", "EmailIdentity",
                    "AWS::Logs::LogGroup", "LogGroupName",
                    "AWS::SNS::Topic", "TopicName");

    private final Path folder;
    private final JsonNode raw;
    private final Honesty honesty = Honesty.shipped();
    private final List<Miswiring> found = new ArrayList<>();
    private final ResourceNames names;
    private final Intrinsics intrinsics;

    private TemplateReader(Path folder, JsonNode raw, Map<String, String> given) {
        this.folder = folder;
        this.raw = raw;
        Map<String, JsonNode> parameters =
                new Parameters(raw.path("Parameters"), given, found).values();
        this.names = new ResourceNames(parameters, raw.path("Resources"));
        this.intrinsics = new Intrinsics(names, raw.path("Conditions"), honesty);
    }

    /**
     * Reads a template.
     *
     * @param file the template; artefacts are found relative to its folder
     * @param parameters values for its parameters, before their defaults
     * @throws MiswiredTemplate when anything in it would not be served as deployed
     */
    public static Template read(Path file, Map<String, String> parameters) {
        Path folder = file.toAbsolutePath().resolveSibling("");
        return new TemplateReader(folder, asWritten(file), parameters).read();
    }

    /**
     * Reads a template as it is written: nothing is resolved or checked, {@code !Ref X} reads
     * {@code {"Ref": "X"}}. For who asks what stands in it and not what it makes.
     */
    public static JsonNode asWritten(Path file) {
        try {
            return TemplateYaml.read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private Template read() {
        checkSections();
        checkResources();
        nameResources();
        Map<String, Element> resources = resolvedResources();
        resolveRest();
        stopIfMiswired();
        Template template = build(resources);
        stopIfMiswired();
        return template;
    }

    private void stopIfMiswired() {
        if (!found.isEmpty()) {
            throw new MiswiredTemplate(found);
        }
    }

    private void checkSections() {
        ObjectNode sections = ((ObjectNode) raw).deepCopy();
        sections.remove(List.of("Resources", "Globals", "Conditions"));
        honesty.check("Template", new Element("", sections), found);
        found.replaceAll(f -> new Miswiring(f.path().replaceFirst("^\\.", ""), f.message()));
        Element globals = new Element("Globals", raw.path("Globals"));
        globals.entries()
                .forEach((section, element) -> {
                    String kind = "AWS::Serverless::" + section;
                    if (honesty.knows(kind)) {
                        honesty.check(kind, element, found);
                    } else {
                        found.add(new Miswiring(element.path(), "is not served"));
                    }
                });
    }

    private void checkResources() {
        Element resources = new Element("Resources", raw.path("Resources"));
        for (Element resource : resources.entries().values()) {
            ObjectNode attributes = ((ObjectNode) resource.node()).deepCopy();
            attributes.remove("Properties");
            honesty.check("Resource attributes", new Element(resource.path(), attributes), found);
            String type = resource.required("Type").text();
            if (honesty.knows(type)) {
                honesty.check(type, resource.child("Properties"), found);
            } else {
                found.add(
                        new Miswiring(
                                resource.path() + ".Type",
                                "the local runner neither enforces "
                                        + type
                                        + " nor knowingly leaves it aside"));
            }
            for (Element needed : resource.child("DependsOn").items()) {
                if (!names.isResource(needed.text())) {
                    found.add(new Miswiring(needed.path(), needed.text() + " is not there"));
                }
            }
        }
    }

    private void nameResources() {
        raw.path("Resources")
                .properties()
                .forEach(entry -> {
                    String property = NAMING.get(names.typeOf(entry.getKey()));
                    JsonNode name = entry.getValue().path("Properties").path(property + "");
                    if (!name.isMissingNode()) {
                        String path = "Resources." + entry.getKey() + "." + property;
                        names.name(
                                entry.getKey(),
                                intrinsics.resolve(path, name, new ArrayList<>()).asText());
                    }
                });
    }

    private Map<String, Element> resolvedResources() {
        JsonNode globals =
                intrinsics.resolve("Globals", raw.path("Globals"), found).path("Function");
        Map<String, Element> resources = new LinkedHashMap<>();
        new Element("Resources", raw.path("Resources"))
                .entries()
                .forEach((id, resource) -> {
                    JsonNode condition = resource.node().path("Condition");
                    JsonNode properties = resource.node().path("Properties");
                    String path = resource.path() + ".Properties";
                    JsonNode resolved = intrinsics.resolve(path, properties, found);
                    if (names.typeOf(id).equals("AWS::Serverless::Function")) {
                        resolved = Globals.merge(globals, resolved);
                    }
                    if (met(resource.path(), condition)) {
                        resources.put(id, new Element(path, resolved));
                    }
                });
        return resources;
    }

    private boolean met(String path, JsonNode condition) {
        return !condition.isTextual()
                || collect(
                        () -> intrinsics.condition(path + ".Condition", condition.textValue()),
                        true);
    }

    private void resolveRest() {
        raw.path("Conditions")
                .fieldNames()
                .forEachRemaining(name ->
                        collect(() -> intrinsics.condition("Conditions." + name, name), false));
        intrinsics.resolve("Outputs", raw.path("Outputs"), found);
        raw.path("Outputs")
                .properties()
                .forEach(o -> met("Outputs." + o.getKey(), o.getValue().path("Condition")));
    }

    /** Runs one reading; what is wrong there is collected and the others go on. */
    private <T> T collect(Supplier<T> reading, T otherwise) {
        try {
            return reading.get();
        } catch (MiswiredTemplate e) {
            found.addAll(e.miswirings());
            return otherwise;
        }
    }

    private Map<String, Element> managedPolicies(Map<String, Element> resources) {
        Map<String, Element> managed = new LinkedHashMap<>();
        resources.forEach((id, properties) -> {
            if (names.typeOf(id).equals("AWS::IAM::ManagedPolicy")) {
                managed.put(ResourceNames.policyArn(id), properties.required("PolicyDocument"));
            }
        });
        return managed;
    }

    private Template build(Map<String, Element> resources) {
        PolicyReader policies = new PolicyReader(managedPolicies(resources), honesty, found);
        Stack withoutPolicies =
                collect(
                        () -> new StackReader(names, resources, policies).read(),
                        new Stack(
                                "", "", List.of(), List.of(), List.of(), List.of(), List.of(),
                                Map.of()));
        stopIfMiswired();
        FunctionReader functionReader =
                new FunctionReader(
                        folder, names, resources, withoutPolicies.tables(), honesty, found);
        Map<String, FunctionDefinition> functions = new LinkedHashMap<>();
        resources.forEach((id, element) -> {
            if (names.typeOf(id).equals("AWS::Serverless::Function")) {
                try {
                    functions.put(id, functionReader.read(id, element, policies));
                } catch (MiswiredTemplate e) {
                    found.addAll(e.miswirings());
                }
            }
        });
        stopIfMiswired();
        return functionReader.template(
                functions,
                withoutPolicies,
                new StackReader(names, resources, policies).mailOutcomes());
    }
}
