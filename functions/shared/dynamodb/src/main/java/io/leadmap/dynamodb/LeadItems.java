package io.leadmap.dynamodb;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.decide.DueEntries;
import io.leadmap.domain.decide.DueEntry;
import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.Consent;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.map.MapRun;
import io.leadmap.domain.today.Awaited;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.TrustingView;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A lead cut into its items, so that a command rewrites only those that it touches (architecture
 * decision 2).
 */
final class LeadItems {

    private static final TrustingView NOTHING = new TrustingView(Json.object().node());

    private static final FieldValue TICK = new FieldValue.Flag(true);

    /** Among the names of people, which are under numbers. */
    private static final String VALUES = "values";

    private LeadItems() {}

    /**
     * The items of a lead by sort key, the head first. Earlier runs of maps are items, too, but
     * never change again.
     */
    static Map<String, Projected> of(Lead lead) {
        DueEntries due = DueEntries.of(lead);
        Map<String, Projected> items = new LinkedHashMap<>();
        add(items, HeadItem.of(lead, due));
        add(items, person(lead));
        if (lead.map() != null) {
            add(items, map(lead, lead.map()));
        }
        lead.drips()
                .runs()
                .values()
                .forEach(run -> add(items, drip(lead, run, due.drips().get(run.campaignId()))));
        if (lead.pms().appointment() != null) {
            DueEntry paid = due.paidVisit().orElse(null);
            add(items, appointment(lead, lead.pms().appointment(), paid));
        }
        return items;
    }

    private static void add(Map<String, Projected> items, Projected item) {
        items.put(item.key().sk(), item);
    }

    // ------------------------------------------------------------ person

    private static Projected person(Lead lead) {
        JsonObject personal = Json.object().put("fields", PersonalJson.fields(lead.fields()));
        List<String> strangers =
                lead.fields().strangers().stream()
                        .filter(key -> !key.equals(FieldKey.EMAIL)) // stands in the head
                        .map(FieldKey::value)
                        .toList();
        if (!strangers.isEmpty()) {
            personal.putTexts("strangers", strangers);
        }
        JsonNode first = PersonalJson.attribution(lead.origin().utmFirst());
        JsonNode last = PersonalJson.attribution(lead.origin().utmLast());
        if (first != null) {
            personal.put("utmFirst", first);
        }
        if (last != null) {
            personal.put("utmLast", last);
        }
        if (!lead.consents().isEmpty()) {
            personal.put("consents", lead.consents(), PersonalJson::consent);
        }
        if (!lead.suspension().ignored().isEmpty()) {
            personal.putTexts(
                    "ignored",
                    lead.suspension().ignored().stream().map(LeadId::value).sorted().toList());
        }
        Projected person =
                new Projected(
                        Keys.person(lead.practice(), lead.id()),
                        Map.of(),
                        Json.text(personal.node()));
        return person.awaited(lead.practice(), Awaited.ofAsked(lead.ownership().transfer()));
    }

    /** What the person item holds. */
    record Person(
            Fields fields,
            Attribution utmFirst,
            Attribution utmLast,
            List<Consent> consents,
            Set<LeadId> ignored) {}

    static Person person(TrustingView personal, boolean strangersEmail) {
        return new Person(
                fields(personal, strangersEmail),
                PersonalJson.attribution(personal, "utmFirst"),
                PersonalJson.attribution(personal, "utmLast"),
                personal.list("consents", PersonalJson::consent),
                personal.texts("ignored").stream().map(LeadId::new).collect(Collectors.toSet()));
    }

    private static Fields fields(TrustingView personal, boolean strangersEmail) {
        SortedSet<FieldKey> strangers = new TreeSet<>();
        personal.texts("strangers").forEach(key -> strangers.add(new FieldKey(key)));
        if (strangersEmail) {
            strangers.add(FieldKey.EMAIL);
        }
        return new Fields(PersonalJson.fields(personal.at("fields")).values(), strangers);
    }

    // ------------------------------------------------------------ map

    private static Projected map(Lead lead, MapRun run) {
        JsonObject tracks = Json.object();
        run.tracks().forEach((id, state) -> tracks.put(id, state.name()));
        JsonObject steps = Json.object();
        JsonObject people = Json.object();
        Map<String, JsonNode> values = new TreeMap<>();
        Map<String, String> numbers = new TreeMap<>();
        run.steps()
                .forEach((id, done) -> {
                    String number =
                            numbers.computeIfAbsent(
                                    done.by(), by -> Integer.toString(numbers.size()));
                    steps.putTexts(id, List.of(done.at().toString(), number));
                    if (!done.value().equals(TICK)) {
                        values.put(id, PersonalJson.value(done.value()));
                    }
                });
        numbers.forEach((name, number) -> people.put(number, name));
        if (!values.isEmpty()) {
            people.put(VALUES, JsonNode.createObjectNode(values));
        }
        JsonObject open =
                Json.object()
                        .put("map", run.mapId())
                        .put("version", run.version())
                        .putIfPresent("outcome", run.outcome())
                        .put("tracks", tracks)
                        .put("steps", steps);
        return Projected.of(
                Keys.map(lead.practice(), lead.id(), run.run()),
                open.node(),
                numbers.isEmpty() ? null : people.node());
    }

    /**
     * @param people the names of those who completed steps, by their numbers, and what was entered
     *     where it is more than a tick
     */
    static MapRun map(String sk, TrustingView open, @Nullable TrustingView people) {
        TrustingView sealed = people == null ? NOTHING : people;
        Map<String, FieldValue> values = sealed.map(VALUES, PersonalJson::value);
        Map<String, MapRun.StepDone> steps = new TreeMap<>();
        open.map("steps", step -> step.list(TrustingView::text))
                .forEach((id, parts) ->
                        steps.put(
                                id,
                                new MapRun.StepDone(
                                        Instant.parse(parts.get(0)),
                                        sealed.text(parts.get(1)),
                                        values.getOrDefault(id, TICK))));
        return new MapRun(
                Integer.parseInt(sk.substring(Keys.MAP.length())),
                open.text("map"),
                open.integer("version"),
                open.choiceOrNull(MapRun.Outcome.class, "outcome"),
                open.map("tracks", state -> MapRun.TrackState.valueOf(state.text())),
                steps);
    }

    // ------------------------------------------------------------ drip, appointment

    /** What was sent stands in the head, which that rewrites anyway. */
    private static Projected drip(Lead lead, DripRun run, @Nullable DueEntry due) {
        JsonObject open =
                Json.object()
                        .put("run", run.run())
                        .put("enrolledBy", run.enrolledBy())
                        .putText("enrolledAt", run.enrolledAt())
                        .put("state", run.state().name())
                        .putText("since", run.since())
                        .putIfPresent("pausedAt", run.pausedAt());
        if (!run.decided().isEmpty()) {
            open.putTexts("decided", run.decided());
        }
        if (!run.uncertain().isEmpty()) {
            open.putTexts("uncertain", run.uncertain().stream().map(EmailId::value).toList());
        }
        return Projected.of(
                        Keys.drip(lead.practice(), lead.id(), run.campaignId()), open.node(), null)
                .due(lead.practice(), due);
    }

    /**
     * @param sent how many of each campaign's mails went out
     */
    static DripRun drip(String sk, TrustingView open, Map<String, Integer> sent) {
        String campaign = sk.substring(Keys.DRIP.length());
        return new DripRun(
                campaign,
                open.integer("run"),
                open.integer("enrolledBy"),
                open.instant("enrolledAt"),
                open.choice(DripRun.State.class, "state"),
                open.texts("decided"),
                open.instant("since"),
                open.instantOrNull("pausedAt"),
                sent.getOrDefault(campaign, 0),
                new TreeSet<>(open.texts("uncertain").stream().map(EmailId::new).toList()));
    }

    private static Projected appointment(
            Lead lead, Appointment appointment, @Nullable DueEntry due) {
        JsonNode paid = AppointmentJson.sealed(appointment);
        return Projected.of(
                        Keys.appointment(lead.practice(), lead.id()),
                        AppointmentJson.open(appointment),
                        paid == null ? null : Json.object().put("paid", paid).node())
                .due(lead.practice(), due);
    }

    static Appointment appointment(TrustingView open, @Nullable TrustingView paid) {
        return AppointmentJson.read(open, paid == null ? NOTHING : paid);
    }
}
