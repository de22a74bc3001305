package io.leadmap.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.decide.Refusal.FieldError;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeEdit;
import io.leadmap.domain.practice.Source;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.StrictView;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

class ConfigurationTest {

    private static final Path SAMPLE = Path.of("../../../events/practice-import.json");

    @Test
    void what_is_written_reads_as_the_same_configuration() throws Exception {
        Practice practice = read(Files.readString(SAMPLE));

        Practice again = read(Json.text(ConfigurationJson.write(practice)));

        assertThat(again).isEqualTo(practice);
        assertThat(practice.people()).isNotEmpty();
        assertThat(practice.forms().getFirst().triggers()).isNotEmpty();
    }

    /** The kinds of {@code GET /practice/...} in the API contract; videos are to come. */
    @Test
    void every_kind_of_configuration_is_a_document() {
        assertThat(Documents.ALL)
                .extracting(Document::name)
                .containsExactly(
                        "settings",
                        "people",
                        "divisions",
                        "sources",
                        "fields",
                        "forms",
                        "maps",
                        "macros",
                        "drips",
                        "lossReasons",
                        "connections");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_survives_being_written_and_read(Document kind) throws Exception {
        Practice practice = read(Files.readString(SAMPLE));
        JsonObject written = Json.object();
        kind.keep(practice, written);
        assertThat(Json.text(written.node())).isNotIn("{}", "{\"" + kind.name() + "\":[]}");

        StrictView fields = StrictView.of(Json.read(Json.text(written.node())));
        PracticeEdit again =
                new PracticeEdit(practice.id(), 1)
                        .name(practice.name())
                        .phone(practice.phone())
                        .settings(practice.settings());
        kind.read(fields, again);
        JsonObject rewritten = Json.object();
        kind.keep(again.done(), rewritten);

        assertThat(fields.malformed()).isEmpty();
        assertThat(fields.invalid()).isEmpty();
        assertThat(Json.text(rewritten.node())).isEqualTo(Json.text(written.node()));
    }

    static List<Document> kinds() {
        return Documents.ALL;
    }

    @Test
    void a_connection_is_shown_without_its_secrets() throws Exception {
        Practice practice = read(Files.readString(SAMPLE));

        String shown = Json.text(new ConnectionDocument().shown(practice).getFirst().json());

        assertThat(shown).doesNotContain("whsec").contains("standard");
    }

    @Test
    void a_form_that_could_send_more_mails_than_one_command_decides_cannot_be_saved()
            throws Exception {
        String mail = "\"emailLead\": \"welcome\"";
        String document = Files.readString(SAMPLE);
        assertThat(document).contains(mail);
        String twelve = String.join("}, {", Collections.nCopies(12, mail));

        assertThat(wrong(document.replace(mail, twelve))).isEmpty();
        assertThat(wrong(document.replace(mail, twelve + "}, {" + mail)))
                .containsExactly("forms[0].triggers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"attemptLimit\": 3 | \"attemptLimit\": 0 | settings.attemptLimit",
                "\"attemptLimit\": 3 | \"attemptLimit\": \"3\" | settings.attemptLimit",
                "\"attemptLimit\": 3 | \"attempts\": 3 | settings.attempts",
                "\"timeZone\": \"Australia/Melbourne\" | \"timeZone\": \"Melbourne\" |"
                        + " settings.timeZone",
                "\"2026-12-25\" | \"25 December\" | settings.holidays",
                "\"from\": \"07:30\" | \"from\": \"19:30\" | settings.openingHours[0].to",
                "\"defaultMapId\": \"physio\" | \"defaultMapId\": \"none\" | settings.defaultMapId",
                "\"ownerId\": \"ava\" | \"ownerId\": \"eve\" | forms[0].ownerId",
                "\"emailLead\": \"welcome\" | \"emailLead\": \"farewell\" |"
                        + " forms[0].triggers[0].actions[0].emailLead",
                "\"parent\": \"riverside\" | \"parent\": \"sea\" | divisions[1].parent",
                "\"name\": \"custom.referral\" | \"name\": \"custom.nothing\" |"
                        + " forms[0].fields[3].name",
                "\"delay\": \"P2D\" | \"delay\": \"soon\" | drips[0].mails[0].delay",
                "\"kind\": \"dropdown\" | \"kind\": \"number\" | fields[1].options",
            })
    void what_is_wrong_is_named_by_its_path(String right, String wrong, String path)
            throws Exception {
        String document = Files.readString(SAMPLE);
        assertThat(document).contains(right);

        ConfigurationJson.Result result =
                ConfigurationJson.read(
                        Json.read(
                                document.replaceFirst(java.util.regex.Pattern.quote(right), wrong)),
                        1);

        assertThat(result).isInstanceOf(ConfigurationJson.Result.Wrong.class);
        assertThat(((ConfigurationJson.Result.Wrong) result).errors())
                .extracting(FieldError::field)
                .contains(path);
    }

    @Test
    void texts_are_kept_in_one_form_and_ids_as_they_are() throws Exception {
        String document = Files.readString(SAMPLE);
        String name = "Google Search";
        assertThat(document).contains("\"name\": \"" + name + "\"", "\"id\": \"google\"");

        Practice practice = read(document.replace(name, "\u00a0Cafe\u0301\u3000Wall\u202e"));

        assertThat(practice.sources()).extracting(Source::name).contains("Caf\u00e9 Wall");
        assertThat(wrong(document.replace(name, "\u00a0"))).containsExactly("sources[0].name");
        assertThat(wrong(document.replace(name, "FACEBOOK\u00a0ads")))
                .containsExactly("sources[1]");
        assertThat(wrong(document.replace("\"id\": \"google\"", "\"id\": \"google\u00a0\"")))
                .contains("sources[0].id");
    }

    @Test
    void an_empty_document_names_all_that_is_needed() throws Exception {
        ConfigurationJson.Result result = ConfigurationJson.read(Json.read("{}"), 1);

        List<FieldError> errors = ((ConfigurationJson.Result.Wrong) result).errors();
        assertThat(errors)
                .extracting(FieldError::field)
                .contains("practice", "name", "settings.timeZone");
    }

    private static Practice read(String document) throws IOException, Json.Malformed {
        return switch (ConfigurationJson.read(Json.read(document), 1)) {
            case ConfigurationJson.Result.Read(Practice practice) -> practice;
            case ConfigurationJson.Result.Wrong(List<FieldError> errors) ->
                    throw new AssertionError(errors.toString());
        };
    }

    private static List<String> wrong(String document) throws Json.Malformed {
        return switch (ConfigurationJson.read(Json.read(document), 1)) {
            case ConfigurationJson.Result.Read read -> List.of();
            case ConfigurationJson.Result.Wrong(List<FieldError> errors) ->
                    errors.stream().map(FieldError::field).toList();
        };
    }
}
