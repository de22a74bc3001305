package io.leadmap.structure;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.leadmap.template.TemplateReader;

import org.junit.jupiter.api.Test;

import software.amazon.event.ruler.Ruler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@code events/} has a sample invocation for every function and each kind of its callers. */
class SampleEventsTest {

    private final Map<String, JsonNode> samples = samples();

    @Test
    void every_function_has_a_sample_of_each_of_its_schedules_streams_and_of_its_other_callers() {
        Set<String> without = new TreeSet<>();
        TemplateReader.asWritten(Room.HOUSE.resolve("template.yaml"))
                .path("Resources")
                .properties()
                .stream()
                .filter(resource ->
                        resource.getValue()
                                .path("Type")
                                .asText()
                                .equals("AWS::Serverless::Function"))
                .forEach(function -> {
                    JsonNode events = function.getValue().at("/Properties/Events");
                    if (!samples.containsKey(folder(function.getKey()))) {
                        without.add(function.getKey());
                    }
                    events.properties().stream()
                            .filter(event ->
                                    !isShown(function.getKey(), event.getKey(), event.getValue()))
                            .forEach(
                                    event -> without.add(function.getKey() + "." + event.getKey()));
                });

        assertThat(without).isEmpty();
    }

    /** Others may send by SES from the same account. */
    @Test
    void news_of_mail_is_heard_of_our_configuration_set_only() throws Exception {
        JsonNode sample = requireNonNull(samples.get("mail-events"));
        String set = sample.at("/resources/0").asText().replaceAll(".*configuration-set/", "");
        String pattern =
                TemplateReader.asWritten(Room.HOUSE.resolve("template.yaml"))
                        .at("/Resources/MailEvents/Properties/Events/Outcome/Properties/Pattern")
                        .toString()
                        .replace("{\"Ref\":\"MailConfiguration\"}", "\"" + set + "\"");
        String theirs =
                sample.toString()
                        .replace(
                                "\"ses:configuration-set\":[\"" + set + "\"]",
                                "\"ses:configuration-set\":[\"another\"]");

        assertThat(theirs).isNotEqualTo(sample.toString());
        assertThat(Ruler.matchesRule(sample.toString(), pattern)).isTrue();
        assertThat(Ruler.matchesRule(theirs, pattern)).isFalse();
    }

    private boolean isShown(String function, String name, JsonNode event) {
        return switch (event.path("Type").asText()) {
            case "Schedule" ->
                    samples.values().stream()
                            .anyMatch(sample ->
                                    event.at("/Properties/Input").isTextual()
                                            ? sample.equals(
                                                    json(event.at("/Properties/Input").asText()))
                                            : sample.at("/resources/0")
                                                    .asText()
                                                    .endsWith(":rule/" + function + name));
            case "DynamoDB" -> {
                String stream = event.at("/Properties/Stream/Fn::GetAtt").toString();
                yield samples.entrySet().stream()
                        .filter(sample -> sample.getKey().startsWith(folder(function)))
                        .map(sample -> sample.getValue().at("/Records/0/eventSourceARN").asText())
                        .anyMatch(arn -> !arn.isEmpty() && stream.contains(table(arn)));
            }
            default -> samples.containsKey(folder(function));
        };
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of {@code arn:aws:dynamodb:region:account:table/NAME/stream/label} the name. */
    private static String table(String streamArn) {
        return streamArn.replaceAll(".*:table/([^/]+)/.*", "$1");
    }

    /** {@code MailSender} is in {@code mail-sender}. */
    private static String folder(String function) {
        return function.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** By their files' names, without the ending. */
    private static Map<String, JsonNode> samples() {
        Map<String, JsonNode> samples = new LinkedHashMap<>();
        try (var files = Files.newDirectoryStream(Room.HOUSE.resolve("events"), "*.json")) {
            for (Path file : files) {
                String name = file.getFileName().toString().replace(".json", "");
                samples.put(name, new ObjectMapper().readTree(file.toFile()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return samples;
    }
}
