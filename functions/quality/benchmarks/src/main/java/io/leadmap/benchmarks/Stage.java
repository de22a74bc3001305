package io.leadmap.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.demonstration.DemonstrationPractices;
import io.leadmap.local.aws.AwsEndpoints;
import io.leadmap.local.data.DataFolder;
import io.leadmap.local.functions.Answer;
import io.leadmap.local.functions.FunctionOutput;
import io.leadmap.local.functions.Libraries;
import io.leadmap.local.functions.LoadedFunction;
import io.leadmap.template.FunctionDefinition;
import io.leadmap.template.Template;
import io.leadmap.template.TemplateReader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * The template's tables and keys with one practice, and its packaged functions. No stream and no
 * schedule runs: nothing happens but what a benchmark asks for.
 */
final class Stage implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String DYNAMODB = "AWS_ENDPOINT_URL_DYNAMODB";
    static final String KMS = "AWS_ENDPOINT_URL_KMS";
    static final String FORM_INTAKE = "FormIntake";
    static final String DRIP_SWEEP = "DripSweep";

    private final Template template;
    private final AwsEndpoints cloud;
    private final Libraries libraries;
    private final FunctionOutput output = new FunctionOutput(System.err, null);
    private final InstantSource clock;

    private Stage(Template template, AwsEndpoints cloud, InstantSource clock) {
        this.template = template;
        this.cloud = cloud;
        this.clock = clock;
        this.libraries = Libraries.of(template);
    }

    /**
     * Starts the endpoints in memory and imports the first practice of the demonstration through
     * PracticeImport.
     *
     * @param clock what functions are told the time by
     */
    static Stage open(InstantSource clock) throws IOException {
        Template template =
                TemplateReader.read(
                        Path.of("template.yaml"),
                        Map.of(
                                "JwtIssuer", "https://people.example",
                                "JwtAudience", "leadmap",
                                "PublicUrl", "https://leadmap.example",
                                "SendingDomain", "mail.leadmap.example",
                                "FormsPerMinute", "100000"));
        Stage stage =
                new Stage(
                        template,
                        AwsEndpoints.start(
                                template.stack(), new DataFolder(null), clock, (bus, event) -> {}),
                        clock);
        JsonNode practice = DemonstrationPractices.shipped().documents().getFirst();
        stage.invoke(stage.function("PracticeImport", Map.of()), practice);
        return stage;
    }

    AwsEndpoints cloud() {
        return cloud;
    }

    FunctionDefinition definition(String logicalId) {
        FunctionDefinition function = template.functions().get(logicalId);
        if (function == null) {
            throw new IllegalStateException("the template has no function " + logicalId);
        }
        return function;
    }

    /**
     * The function's own variables, and those that Lambda itself sets.
     *
     * @param instead endpoints that a benchmark puts before the real ones
     */
    Map<String, String> environment(String logicalId, Map<String, String> instead) {
        Map<String, String> environment = cloud.environment(definition(logicalId));
        environment.putAll(instead);
        return environment;
    }

    /** A packaged function in this JVM, with nothing in its caches. */
    LoadedFunction function(String logicalId, Map<String, String> instead) {
        return new LoadedFunction(
                definition(logicalId), environment(logicalId, instead), clock, libraries, output);
    }

    /** What a function answers; a fault if it fails. */
    JsonNode invoke(LoadedFunction function, JsonNode event) throws IOException {
        Answer answer = function.invoke(event.toString().getBytes(StandardCharsets.UTF_8));
        if (answer instanceof Answer.Failure failure) {
            throw new IllegalStateException(
                    function.definition().logicalId() + ": " + failure.trace());
        }
        JsonNode said = JSON.readTree(answer.payload());
        if (said.has("errors") || said.path("statusCode").asInt(200) >= 400) {
            throw new IllegalStateException(said.toString());
        }
        return said;
    }

    /** The sample event of a form that is posted, by a person of this number. */
    static JsonNode form(int person) throws IOException {
        ObjectNode event =
                (ObjectNode) JSON.readTree(Files.readString(Path.of("events/form-intake.json")));
        return event.put(
                "body",
                ("fullName=Nina+Number%1$d&email=nina%1$d%%40example.com&phone=0417%2$06d"
                                + "&custom.insurance=None&message=My+back+hurts.&consent=yes"
                                + "&utm_source=google&utm_medium=cpc&utm_campaign=spring")
                        .formatted(person, person));
    }

    @Override
    public void close() {
        cloud.close();
        libraries.delete();
    }
}
