package io.leadmap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Whatever the API tells of a lead's history is said in words. */
class HistoryWordsTest {

    private static final Pattern TYPES =
            Pattern.compile("EntryType:\\s+type: string\\s+enum: \\[([^]]+)]");

    /** An entry with every member that any has, rendered as a record would. */
    private static final String SAY =
            """
            async (types) => {
              const folder = document.querySelector('script[type=module]').src.replace('app.js', '');
              const { sentence } = await import(folder + 'screens/record/entries.js');
              const { render } = await import(folder + 'vendor/lit-html.js');
              const said = {};
              for (const type of [...types, 'somethingNew']) {
                const place = document.createElement('p');
                render(sentence({ type, formId: 'enquiry', message: 'Hello', field: 'phone', from: 'a', to: 'b',
                  date: 'booked', note: 'later', suspension: 'SPAM', outcome: 'reached', html: '<p>One</p><p>two</p>',
                  subject: 'Welcome', personId: 'ava', campaignId: 'm101', mapId: 'massage', trackId: 't', stepId: 's',
                  name: 'Welcome them', attempts: 3, kinds: ['booked', 'rescheduled'] }), place);
                said[type] = place.textContent;
              }
              return said;
            }
            """;

    private static List<String> types() throws IOException {
        String api =
                Files.readString(Product.repository().resolve("infrastructure/api/openapi.yaml"));
        return TYPES.matcher(api)
                .results()
                .flatMap(found -> Pattern.compile(", *").splitAsStream(found.group(1)))
                .toList();
    }

    @Test
    @SuppressWarnings("unchecked")
    void every_type_of_entry_has_a_sentence_of_its_own_and_a_later_one_says_its_name()
            throws IOException {
        assertThat(types()).hasSizeGreaterThan(50);
        String lead =
                Product.running()
                        .lead(
                                "brightwater",
                                "ava",
                                Map.of("firstName", "Noted", "email", "noted@example.com"));
        Product.running()
                .ask(
                        "brightwater",
                        "ava",
                        "POST",
                        "/leads/" + lead + "/notes",
                        Map.of("html", "<p>Rings <b>back</b> at 5</p>"));
        try (Window ava = Window.wide().as("Ava Thompson", "#/leads/" + lead)) {
            assertThat(ava.page().locator(".hist li").first())
                    .containsText("noted: “Rings back at 5”");
            Map<String, String> said = (Map<String, String>) ava.page().evaluate(SAY, types());
            assertThat(said).containsEntry("somethingNew", "something new");
            assertThat(said.values()).noneMatch(text -> text.isBlank());
            assertThat(said.values())
                    .noneMatch(text -> text.matches(".*(undefined|null|object).*"));
            assertThat(said)
                    .allSatisfy((type, text) ->
                            assertThat(text)
                                    .as(type)
                                    .doesNotContainPattern("[a-z][A-Z][a-z]")
                                    .doesNotContain("<"));
            assertThat(said.get("noteAdded")).isEqualTo("noted: “One two”");
            assertThat(ava.complaints()).isEmpty();
        }
    }
}
