package io.leadmap.practiceimport;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.mail.Mailbox;
import io.leadmap.domain.practice.DripCampaign;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Settings;
import io.leadmap.domain.practice.Source;
import io.leadmap.json.Json;
import io.leadmap.phones.InternationalPhones;
import io.leadmap.pms.KnownProviders;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Practices;
import io.micronaut.json.tree.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class ImportPracticeTest {

    private final List<Practice> versions = new ArrayList<>();
    private final ImportPractice imports =
            new ImportPractice(
                    new Kept(versions),
                    new InternationalPhones(),
                    new KnownProviders(),
                    Backoff.NONE);

    @Test
    void a_new_document_becomes_the_next_version_and_the_same_one_again_changes_nothing()
            throws Exception {
        assertThat(imports.apply(document()).get("changed").getBooleanValue()).isTrue();
        assertThat(imports.apply(document()).get("changed").getBooleanValue()).isFalse();
        assertThat(versions).hasSize(1);
        assertThat(versions.getFirst().version()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"provider\":\"standard\"', '\"provider\":\"scribe\"', connections[0].provider",
        "whsec_, sec_, connections[0].secrets[0]"
    })
    void a_connection_is_as_its_pms_wants_it(String text, String by, String field)
            throws Exception {
        String whole = Json.text(document());
        assertThat(whole).contains(text);

        JsonNode answer = imports.apply(Json.read(whole.replace(text, by)));

        assertThat(answer.get("errors").get(0).get("field").getStringValue()).isEqualTo(field);
        assertThat(versions).isEmpty();
    }

    @Test
    void a_source_that_an_agent_added_stays() throws Exception {
        imports.apply(document());
        Practice first = versions.getFirst();
        List<Source> more = new ArrayList<>(first.sources());
        more.add(new Source("on-the-spot", "Radio"));
        versions.add(first.edit().version(2).sources(more).done());

        assertThat(imports.apply(document()).get("changed").getBooleanValue()).isFalse();
        assertThat(versions.getLast().source("on-the-spot")).isPresent();
    }

    @Test
    void a_subject_that_an_administrator_entered_stays_when_a_document_leaves_it_out()
            throws Exception {
        String entered = "auth0|5f7c8ec7c33c6c004bbafe82";
        String with = Json.text(document());
        String without = with.replace("\"subject\":\"" + entered + "\",", "");
        assertThat(without).isNotEqualTo(with);
        imports.apply(Json.read(with));

        assertThat(imports.apply(Json.read(without)).get("changed").getBooleanValue()).isFalse();
        assertThat(versions.getLast().personOfSubject(entered).orElseThrow().id()).isEqualTo("ava");
        imports.apply(Json.read(with.replace(entered, "auth0|another")));
        assertThat(versions.getLast().personOfSubject(entered)).isEmpty();
    }

    @Test
    void a_campaign_that_the_document_leaves_out_stays_switched_off() throws Exception {
        imports.apply(document());
        DripCampaign first = versions.getFirst().drips().getFirst();
        assertThat(first.active()).isTrue();
        assertThat(first.mails())
                .extracting(DripCampaign.DripMail::id)
                .containsExactly("what-to-expect", "stories");
        String text = Json.text(document());
        int from = text.indexOf("\"drips\":[");
        String without =
                (text.substring(0, from)
                                + "\"drips\":[]"
                                + text.substring(text.indexOf("]}]", from) + 3))
                        .replace("{\"enrolDrip\":\"physio-101\"}", "{\"notifyOwner\":true}");

        assertThat(imports.apply(Json.read(without)).get("changed").getBooleanValue()).isTrue();

        assertThat(versions.getLast().drips()).containsExactly(first.off());
        assertThat(imports.apply(document()).get("changed").getBooleanValue()).isTrue();
        assertThat(versions.getLast().drips()).containsExactly(first);
    }

    @Test
    void a_campaign_remembers_the_mails_behind_which_a_run_may_stand() throws Exception {
        imports.apply(document());
        String text = Json.text(document());
        String shorter = text.replace("{\"delay\":\"P2D\",\"macroId\":\"what-to-expect\"},", "");
        assertThat(shorter).isNotEqualTo(text);

        imports.apply(Json.read(shorter));
        assertThat(versions.getLast().drips().getFirst().former())
                .containsExactly("what-to-expect");
        assertThat(imports.apply(Json.read(shorter)).get("changed").getBooleanValue()).isFalse();
        imports.apply(document());
        assertThat(versions.getLast().drips().getFirst().former())
                .as("the mail that came back may be owed behind the one beside it, too")
                .containsExactly("stories", "what-to-expect");
    }

    @Test
    void a_wrong_document_names_the_place_and_changes_nothing() throws Exception {
        JsonNode answer =
                imports.apply(
                        Json.read(
                                "{\"practice\": \"X!\"}"
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(answer.get("errors").size()).isPositive();
        assertThat(answer.get("errors").get(0).get("field").getStringValue()).isEqualTo("practice");
        assertThat(versions).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.example.com, true",
        "https://www.example.com:8443, true",
        "http://localhost:3000, true",
        "https://xn--bckerei-5wa.example, true",
        "https://WWW.Example.com, false",
        "https://www.example.com:443, false",
        "http://www.example.com:80, false",
        "https://www.example.com/, false",
        "https://www.example.com?a, false",
        "https://b\u00e4ckerei.example, false",
        "https://me@www.example.com, false",
        "www.example.com, false",
        "*, false"
    })
    void an_origin_is_written_as_browsers_send_it(String origin, boolean taken) throws Exception {
        String text =
                Json.text(document())
                        .replaceFirst(
                                "\"origins\":\\[[^\\]]*]", "\"origins\":[\"" + origin + "\"]");

        assertThat(imports.apply(Json.read(text)).get("errors") == null).isEqualTo(taken);
    }

    @Test
    void an_edited_macro_or_map_needs_its_next_version() throws Exception {
        imports.apply(document());
        String text = Json.text(document());
        String edited =
                text.replace("thank you for asking", "thanks for asking")
                        .replace("Called the lead", "Rang the lead");

        assertThat(fields(imports.apply(Json.read(edited))))
                .containsExactlyInAnyOrder("maps[0].version", "macros[0].version");
        assertThat(versions).hasSize(1);

        String next = edited.replace("\"version\":1", "\"version\":2");
        assertThat(imports.apply(Json.read(next)).get("changed").getBooleanValue()).isTrue();
        assertThat(fields(imports.apply(document()))).as("an older one").hasSize(4);
        assertThat(versions).hasSize(2);
    }

    @Test
    void an_unknown_placeholder_is_named_with_its_place_and_cannot_be_saved() throws Exception {
        String edited = Json.text(document()).replace("{{lead.firstName", "{{lead.nickname");

        JsonNode refused = imports.apply(Json.read(edited));

        assertThat(fields(refused)).contains("macros[0].html");
        assertThat(refused.get("errors").get(0).get("message").getStringValue())
                .contains("lead.nickname");
        assertThat(versions).isEmpty();
    }

    @Test
    void a_practice_s_phone_must_be_one_that_can_be_dialled() throws Exception {
        String text = Json.text(document());

        JsonNode refused = imports.apply(Json.read(text.replace("+61 3 9012 3456", "9012 3456")));
        assertThat(fields(refused)).containsExactly("phone");
        assertThat(refused.get("errors").get(0).get("message").getStringValue())
                .contains("area code");

        String spoken = "(03) 9012 3456 ext 1";
        imports.apply(Json.read(text.replace("+61 3 9012 3456", spoken)));
        assertThat(versions.getLast().phone()).as("as it is shown").isEqualTo(spoken);
    }

    @Test
    void a_phone_that_a_form_always_gives_must_be_one_too() throws Exception {
        String hidden =
                Json.text(document())
                        .replaceFirst("(\"name\":\"phone\"[^}]*\"hiddenValue\":)null", "$1\"12\"");

        assertThat(fields(imports.apply(Json.read(hidden))))
                .containsExactly("forms[0].fields[2].hiddenValue");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "info@müller.example",
                "Müller <info@müller.example>",
                "\\\"Müller, Köln\\\" <info@clinic.example>",
                "Praxis Straße <info@straße.example>"
            })
    void what_a_practice_gives_as_its_address_can_be_mailed(String address) throws Exception {
        imports.apply(with(address));

        Settings settings = versions.getLast().settings();
        for (String stored : List.of(settings.from(), settings.replyTo())) {
            assertThat(Mailbox.find(stored).orElseThrow().mailed()).matches(".*[ -~]+@[!-~]+>?");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jörg@clinic.example",
                "info@müller",
                "info@clinic.example, eve@other.example",
                "Eve <eve@other.example> <info@clinic.example>",
                "Clinic"
            })
    void an_address_that_cannot_be_mailed_is_refused(String address) throws Exception {
        assertThat(fields(imports.apply(with(address))))
                .containsExactly("settings.from", "settings.replyTo");
        assertThat(versions).isEmpty();
    }

    @Test
    void a_text_that_no_mail_could_carry_is_refused_with_its_place() throws Exception {
        String text = Json.text(document());
        String signature = "\"signature\":\"";
        assertThat(text).contains(signature);

        JsonNode refused =
                imports.apply(
                        Json.read(
                                text.replaceFirst(signature, signature + "x".repeat(4_000) + "y")));

        assertThat(fields(refused)).containsExactly("people[0].signature");
    }

    @Test
    void a_configuration_that_cannot_be_kept_even_compressed_is_refused() throws Exception {
        StringBuilder sources = new StringBuilder();
        Random chance = new Random(1);
        for (int i = 0; i < 30_000; i++) {
            sources.append("{\"id\":\"s-%d\",\"name\":\"%x\"},".formatted(i, chance.nextLong()));
        }
        String text =
                Json.text(document()).replaceFirst("\"sources\":\\[", "\"sources\":[" + sources);

        assertThat(fields(imports.apply(Json.read(text)))).containsExactly("practice");
        assertThat(versions).isEmpty();
    }

    private static JsonNode with(String address) throws Exception {
        String named = "Riverside Physiotherapy <hello@riverside.example>";
        String text = Json.text(document());
        assertThat(text).contains("\"from\":\"" + named + "\"");
        return Json.read(
                text.replaceFirst(",\"replyTo\":\"[^\"]+\"", "")
                        .replace(
                                "\"from\":\"" + named + "\"",
                                "\"from\":\"" + address + "\",\"replyTo\":\"" + address + "\""));
    }

    private static List<String> fields(JsonNode answer) {
        List<String> fields = new ArrayList<>();
        answer.get("errors").values().forEach(e -> fields.add(e.get("field").getStringValue()));
        return fields;
    }

    private static JsonNode document() throws IOException, Json.Malformed {
        return Json.read(Files.readAllBytes(Path.of("../../events/practice-import.json")));
    }

    private record Kept(List<Practice> versions) implements Practices {
        @Override
        public Optional<Practice> find(PracticeId practice) {
            return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
        }

        @Override
        public Optional<Practice> find(PracticeId practice, long version) {
            return versions.stream().filter(p -> p.version() == version).findFirst();
        }

        @Override
        public List<PracticeId> ids() {
            return versions.stream().map(Practice::id).distinct().toList();
        }

        @Override
        public boolean store(Practice practice, long expected) {
            return versions.size() == expected && versions.add(practice);
        }
    }
}
