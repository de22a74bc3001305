package io.leadmap.demonstration;

import com.fasterxml.jackson.databind.JsonNode;

import io.leadmap.demonstration.Act.Verb;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Plays one practice's turns at the doors. */
final class Performance {

    /** What advertisements and search engines put behind a link to the form, by source. */
    private static final Map<String, List<String>> CAMPAIGNS =
            Map.of(
                    "google", List.of("google", "organic", ""),
                    "facebook", List.of("facebook", "paid-social", "massage-november"),
                    "instagram", List.of("instagram", "paid-social", "autumn-skin"),
                    "search", List.of("google", "cpc", "dermatologist-london"));

    private static final Map<String, String> REFERRALS =
            Map.of("gp", "My GP", "friend", "A friend who is a patient");

    private final Doors doors;
    private final Stage stage;
    private final Map<Integer, String> leads = new HashMap<>();
    private final Map<Integer, String> addresses = new HashMap<>();

    /**
     * What a practice's document tells of where it is played.
     *
     * @param phonePrefix of national numbers that belong to nobody; three digits follow
     */
    record Stage(String practice, JsonNode document, String phonePrefix) {

        static Stage of(JsonNode document) {
            boolean british = document.path("settings").path("country").asText().equals("GB");
            return new Stage(
                    document.path("practice").asText(),
                    document,
                    british ? "07700 900 " : "0491 570 ");
        }

        String publicId(String id) {
            return practice + "-" + id;
        }

        String connection() {
            return publicId(document.path("connections").path(0).path("id").asText());
        }

        JsonNode form(String id) {
            return document.path("forms")
                    .valueStream()
                    .filter(form -> form.path("id").asText().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no form " + id));
        }

        boolean hasField(String form, String field) {
            return form(form)
                    .path("fields")
                    .valueStream()
                    .anyMatch(f -> f.path("name").asText().equals(field));
        }

        String currency() {
            return document.path("settings").path("currency").asText();
        }

        /** Who works a lead that came by a door. */
        String owner(Part part) {
            boolean byForm = !part.door().equals(Part.PHONE) && !part.door().equals(Part.PMS);
            return byForm
                    ? form(part.door()).path("ownerId").asText()
                    : part.option("by").orElse(document.path("people").path(0).path("id").asText());
        }
    }

    Performance(Doors doors, Stage stage) {
        this.doors = doors;
        this.stage = stage;
    }

    void play(Turn turn) {
        Act act = turn.act();
        Part part = turn.part();
        switch (act.verb()) {
            case ASK -> ask(turn);
            case AGAIN -> submit(part, act.words(), true);
            case BOUNCE -> doors.bounce(doors.mailTo(email(part), false));
            case UNSUBSCRIBE -> doors.unsubscribe(doors.mailTo(email(part), true));
            case WAIT -> throw new IllegalArgumentException("waiting takes no turn");
            case REACHED -> call(turn, "reached", act.words());
            case NOANSWER -> call(turn, "noAnswer", act.words());
            case VOICEMAIL -> call(turn, "voicemail", act.words());
            case WRONG -> call(turn, "wrongNumber", act.words());
            case NOTE -> post(turn, "/notes", Map.of("html", "<p>" + act.words() + "</p>"));
            case COMMENT -> patch(turn, "comment", act.words());
            case MAIL -> post(turn, "/emails", Map.of("macroId", act.words()));
            case STEPS -> {
                for (String step : act.words().split(" ", -1)) {
                    post(turn, "/steps/" + step, Map.of("value", true));
                }
            }
            case SOURCE -> patch(turn, "sourceId", act.words());
            case EMAIL -> {
                patch(turn, "email", act.words());
                addresses.put(part.number(), act.words());
            }
            case ASKS -> {
                post(turn, "/owner", Map.of("ownerId", act.first(), "transfer", true));
                if (!act.rest().isEmpty()) {
                    post(turn, "/notes", Map.of("html", "<p>" + act.rest() + "</p>"));
                }
            }
            case ACCEPT -> post(turn, "/transfer/accept", Map.of());
            case DECLINE -> post(turn, "/transfer/decline", Map.of("note", act.words()));
            case LOST -> post(turn, "/status", Map.of("status", "LOST", "lossReason", act.first()));
            case INVALID -> post(turn, "/status", Map.of("status", "INVALID"));
            case SPAM -> post(turn, "/release", Map.of("as", "spam"));
            case BOOK, MOVE, CANCEL, KEEP, SEEN, MISS -> report(turn);
        }
    }

    private void ask(Turn turn) {
        Part part = turn.part();
        switch (part.door()) {
            case Part.PHONE -> add(turn);
            case Part.PMS -> {} // the booking itself makes the lead
            default -> submit(part, part.message(), false);
        }
    }

    private void submit(Part part, String message, boolean withPhone) {
        String form = stage.publicId(part.door());
        Map<String, String> fields = new LinkedHashMap<>();
        if (stage.hasField(part.door(), "fullName")) {
            fields.put("fullName", part.name());
        } else {
            fields.put("firstName", part.firstName());
            fields.put("lastName", part.lastName());
        }
        if (part.email() != null) {
            fields.put("email", part.email());
        }
        if (withPhone || !part.has("no phone")) {
            fields.put("phone", phone(part));
        }
        fields.put("message", message);
        String referral = REFERRALS.get(part.source());
        if (referral != null && stage.hasField(part.door(), "custom.referral")) {
            fields.put("custom.referral", referral);
        }
        boolean asksConsent = !stage.form(part.door()).path("consentWording").isNull();
        if (asksConsent && part.number() % 3 > 0) {
            fields.put("consent", "yes");
        }
        List<String> campaign = CAMPAIGNS.getOrDefault(part.source(), List.of("", "", ""));
        List<String> names = List.of("utm_source", "utm_medium", "utm_campaign");
        for (int i = 0; i < names.size(); i++) {
            if (!campaign.get(i).isEmpty()) {
                fields.put(names.get(i), campaign.get(i));
            }
        }
        if (part.has("bot")) {
            fields.put(doors.honeypot(form), "https://" + part.door() + ".example");
        }
        doors.submit(form, fields);
    }

    /** Somebody rings in: the agent adds the lead and notes what was said. */
    private void add(Turn turn) {
        Part part = turn.part();
        Map<String, Object> lead = new LinkedHashMap<>();
        lead.put("firstName", part.firstName());
        lead.put("lastName", part.lastName());
        lead.put("phone", phone(part));
        if (part.email() != null) {
            lead.put("email", part.email());
        }
        lead.put("sourceId", part.source());
        lead.put("ownerId", turn.agent());
        JsonNode added = doors.as(stage.practice(), turn.agent(), "POST", "/leads", lead);
        leads.put(part.number(), added.path("id").asText());
        call(turn, "reached", part.message());
    }

    private void call(Turn turn, String outcome, String note) {
        post(
                turn,
                "/calls",
                note.isEmpty()
                        ? Map.of("outcome", outcome)
                        : Map.of("outcome", outcome, "note", note));
    }

    private void patch(Turn turn, String field, String value) {
        doors.as(
                stage.practice(),
                turn.agent(),
                "PATCH",
                "/leads/" + lead(turn),
                Map.of(field, value));
    }

    private void post(Turn turn, String path, Map<String, ?> body) {
        doors.as(stage.practice(), turn.agent(), "POST", "/leads/" + lead(turn) + path, body);
    }

    /** Looks on the Lead Sheet for who wrote, as their agent does. */
    private String lead(Turn turn) {
        return leads.computeIfAbsent(turn.part().number(), number -> find(turn));
    }

    private String find(Turn turn) {
        Part part = turn.part();
        String sought = part.email() == null ? phone(part) : part.email();
        return doors.as(
                        stage.practice(),
                        turn.agent(),
                        "GET",
                        "/leads?suspended=any&q=" + Doors.encode(sought),
                        null)
                .path("items")
                .valueStream()
                .filter(lead -> lead.path("name").asText().equals(part.name()))
                .map(lead -> lead.path("id").asText())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(part.name() + " is not to be found"));
    }

    private void report(Turn turn) {
        Part part = turn.part();
        Act act = turn.act();
        Booking booking = Objects.requireNonNull(turn.booking());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("appointmentId", "a-" + booking.id());
        data.put("version", booking.version());
        data.put("updatedAt", turn.at().toString());
        data.put("state", state(act.verb()));
        data.put("bookedAt", booking.bookedAt().toString());
        data.put("startsAt", booking.startsAt().toString());
        data.put("endsAt", booking.startsAt().plusSeconds(1800).toString());
        data.put("division", null);
        data.put("reference", null);
        data.put("invoice", act.verb() == Verb.KEEP ? invoice(booking, act, turn.at()) : null);
        data.put("patient", patient(part));
        doors.webhook(
                stage.connection(),
                "demo-%s-%d".formatted(booking.id(), booking.version()),
                Map.of("type", "appointment.changed", "data", data));
    }

    private static String state(Verb verb) {
        return switch (verb) {
            case CANCEL -> "cancelled";
            case KEEP, SEEN -> "completed";
            case MISS -> "didNotArrive";
            default -> "booked";
        };
    }

    private Map<String, Object> invoice(Booking booking, Act act, Instant at) {
        return Map.of(
                "id",
                "i-" + booking.id(),
                "at",
                at.toString(),
                "amount",
                act.words() + ".00",
                "currency",
                stage.currency());
    }

    private Map<String, @Nullable Object> patient(Part part) {
        Map<String, @Nullable Object> patient = new LinkedHashMap<>();
        patient.put("id", "p-" + part.number());
        patient.put("firstName", part.firstName());
        patient.put("lastName", part.lastName());
        patient.put("email", addresses.getOrDefault(part.number(), part.email()));
        patient.put("phone", phone(part));
        patient.put("dateOfBirth", null);
        return patient;
    }

    private static String email(Part part) {
        return Objects.requireNonNull(part.email(), part.name());
    }

    private String phone(Part part) {
        return stage.phonePrefix() + part.lastDigits();
    }
}
