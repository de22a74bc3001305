package io.leadmap.simulation.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leadmap.desk.DemoPractice;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How administrators have set a practice up: the demonstration practice with some places that they
 * change. It is imported as a whole.
 */
public final class Setup {

    private static final byte[] PMS_KEY = "a key of twenty-four byt".getBytes(UTF_8);

    private static final String BASE = base();

    /** A form whose leads go another map, so that a person can have two. */
    private static final String TRAINING_FORM =
            """
            {"id": "training", "name": "Train with us", "active": true, "fields": [\
            {"name": "fullName", "label": "Your name", "help": "", "required": true, \
            "hiddenValue": null}, \
            {"name": "email", "label": "Email", "help": "", "required": false, \
            "hiddenValue": null}, \
            {"name": "phone", "label": "Phone", "help": "", "required": false, \
            "hiddenValue": null}, \
            {"name": "message", "label": "Message", "help": "", "required": false, \
            "hiddenValue": null}], \
            "mapId": "training", "ownerId": "noah", "sourceId": "facebook", \
            "divisionId": "massage", \
            "confirmation": "Thank you.", "redirect": null, "origins": [], \
            "consentWording": "You may contact me about my enquiry.", "triggers": [\
            {"id": "welcome", "name": "Welcome", "active": true, "actions": [\
            {"emailLead": "welcome"}, {"enrolDrip": "physio-101"}]}]}\
            """;

    private static final String TRAINING_MAP =
            """
            {"id": "training", "version": 1, "name": "Training", "colour": "#15803d", "tracks": [\
            {"id": "start", "name": "Start", "steps": [\
            {"id": "goal", "name": "Asked for the goal", "description": "", "required": true}]}]}\
            """;

    private final String practice;
    private final Map<Place, String> places = new TreeMap<>();

    /** A place of the document that administrators change, with what stands there at first. */
    public enum Place {
        WINDOW("\"from\": \"08:00\", \"to\": \"18:00\"}, \"dripsStopOnBooked\": true"),
        DRIP(
                "\"name\": \"Physiotherapy 101\", \"mails\": [{\"delay\": \"P2D\", \"macroId\":"
                        + " \"what-to-expect\"}, {\"delay\": \"P5D\", \"macroId\": \"stories\"}]"),
        NOAH(
                "\"alias\": \"Noah from Brightwater\", \"signature\": \"Noah Singh, front desk\","
                        + " \"roles\": [\"agent\"], \"active\": true"),
        NEW_CLIENTS("\"createLeadsForNewClients\": true"),
        DEAD_LEADS("\"deadLeads\": \"act\""),
        LIMIT("\"firstCallTarget\": \"PT5M\""),
        LOCK("\"lockOwnerWhenLinked\": true"),
        WELCOME(
                "\"name\": \"Welcome a new enquiry\", \"active\": true, \"actions\":"
                        + " [{\"emailLead\": \"welcome\"}, {\"enrolDrip\": \"physio-101\"}]");

        private final String first;

        Place(String first) {
            this.first = first;
            if (!BASE.contains(first)) {
                throw new IllegalStateException(first + " is not in the practice's document");
            }
        }

        /** What stands there at first. */
        public String first() {
            return first;
        }
    }

    Setup(String practice) {
        this.practice = practice;
    }

    /** The key with which every PMS signs. */
    public static byte[] pmsKey() {
        return PMS_KEY.clone();
    }

    private static String base() {
        StringBuilder document = new StringBuilder();
        DemoPractice.read(
                1,
                text -> {
                    document.append(text);
                    return text;
                });
        return document.toString();
    }

    /** From now on this stands at a place. */
    public void change(Place place, String text) {
        places.put(place, text);
    }

    /** What PracticeImport is given. */
    String document() {
        String document = BASE;
        for (Map.Entry<Place, String> place : places.entrySet()) {
            document = document.replace(place.getKey().first(), place.getValue());
        }
        String secret = "whsec_" + Base64.getEncoder().encodeToString(PMS_KEY);
        return document.replace("\"forms\": [", "\"forms\": [" + TRAINING_FORM + ", ")
                .replace("\"maps\": [", "\"maps\": [" + TRAINING_MAP + ", ")
                .replace(
                        "\"connections\": []",
                        "\"connections\": [{\"id\": \"pms\", \"provider\": \"standard\","
                                + " \"secrets\": [\""
                                + secret
                                + "\"], \"locations\": {}, \"startedAt\":"
                                + " \"2026-01-01T00:00:00Z\"}]")
                .replace("brightwater", practice)
                .replace(
                        "Brightwater",
                        practice.substring(0, 1).toUpperCase(Locale.ROOT) + practice.substring(1));
    }
}
