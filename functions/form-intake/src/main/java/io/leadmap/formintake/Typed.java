package io.leadmap.formintake;

import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.practice.Form.FormField;
import io.leadmap.domain.text.Prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What was sent to a form, as text is kept (domain section 2): without anything that no person
 * types or sees; blank values count as not given.
 */
final class Typed {

    /**
     * The field that no person sees: whoever fills it in is a program. Its name is one that neither
     * browsers nor password managers take for a person's data, and that tells those what to do who
     * come across it all the same.
     */
    static final String HONEYPOT = "leave-empty";

    private static final int MOST_ATTRIBUTIONS = 12;
    private static final Set<String> NOT_TICKED = Set.of("false", "off", "no", "0", "");

    private final Map<String, List<String>> values;

    private Typed(Map<String, List<String>> values) {
        this.values = values;
    }

    static Typed of(Map<String, List<String>> sent) {
        Map<String, List<String>> values = new TreeMap<>();
        sent.forEach((name, given) ->
                values.put(
                        name,
                        given.stream()
                                .map(Prose::of)
                                .filter(text -> !text.isEmpty())
                                .distinct() // sites and proxies repeat what they pass on
                                .toList()));
        return new Typed(values);
    }

    /** Nothing typed yet. */
    static Typed nothing() {
        return new Typed(Map.of());
    }

    /** What was typed, with what the address says of where the visit came from. */
    Typed from(Map<String, List<String>> query) {
        Map<String, List<String>> more = new TreeMap<>(values);
        Typed.of(query)
                .values
                .forEach((name, given) -> {
                    if (Attribution.isNamed(name) && all(name).isEmpty()) {
                        more.put(name, given);
                    }
                });
        return new Typed(more);
    }

    /** What a person may want to keep if the form is gone: all but what the page added. */
    Map<String, List<String>> byPerson() {
        Map<String, List<String>> kept = new TreeMap<>(values);
        kept.keySet()
                .removeIf(name ->
                        Attribution.isNamed(name)
                                || name.equals(RenderStamp.FIELD)
                                || name.equals(HONEYPOT)
                                || all(name).isEmpty());
        return kept;
    }

    /** The last value of a name, as one who corrects himself means it; empty if there is none. */
    String one(String name) {
        List<String> given = all(name);
        return given.isEmpty() ? "" : given.getLast();
    }

    /** Every value of a name that has several. */
    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Names that this form does not have; a program that sends one is wrong about the form. */
    List<String> unknownTo(HostedForm form) {
        Predicate<String> known = namesOf(form);
        return values.keySet().stream().filter(known.negate()).toList();
    }

    private static Predicate<String> namesOf(HostedForm form) {
        Set<String> known =
                new TreeSet<>(form.form().fields().stream().map(FormField::name).toList());
        known.add(RenderStamp.FIELD);
        known.add(HONEYPOT);
        if (form.form().consentWording() != null) {
            known.add("consent");
        }
        return name -> known.contains(name) || Attribution.isNamed(name);
    }

    /**
     * Where the visit came from; of several values of a name the first. Too long or too many of
     * them are cut, as nobody typed them and nobody can mend them.
     */
    Attribution attribution() {
        Map<String, String> found = new TreeMap<>();
        for (String name : values.keySet()) {
            String value = all(name).stream().findFirst().orElse("");
            if (Attribution.isNamed(name) && !value.isEmpty() && found.size() < MOST_ATTRIBUTIONS) {
                int end =
                        value.offsetByCodePoints(
                                0,
                                Math.min(
                                        Attribution.LONGEST,
                                        value.codePointCount(0, value.length())));
                found.put(name, value.substring(0, end));
            }
        }
        return Attribution.of(found);
    }

    /**
     * Everything that a person or the page gave for this form, in one text that is the same for the
     * same submission. What site builders add of their own, tokens and times, is no part of it.
     */
    String identity(HostedForm form) {
        Predicate<String> known = namesOf(form);
        StringBuilder text = new StringBuilder();
        values.forEach((name, given) -> {
            if (known.test(name) && !name.equals(RenderStamp.FIELD) && !given.isEmpty()) {
                append(text, name);
                given.forEach(value -> append(text, value));
                text.append(';');
            }
        });
        return text.toString();
    }

    private static void append(StringBuilder to, String text) {
        to.append(text.length()).append(':').append(text);
    }

    /** Tells whether a checkbox was ticked. */
    static boolean isTicked(String value) {
        return !NOT_TICKED.contains(value.toLowerCase(Locale.ROOT));
    }

    /** Names only: values are a patient's. */
    @Override
    public String toString() {
        return "Typed" + new ArrayList<>(values.keySet());
    }
}
