package io.leadmap.simulation.actors;

/** What agents do with a lead: the route and a body. */
public enum Work {
    REACHED("logs a reached call", "POST /leads/{id}/calls", "{\"outcome\": \"reached\"}"),
    NO_ANSWER(
            "logs a call without answer", "POST /leads/{id}/calls", "{\"outcome\": \"noAnswer\"}"),
    NOTE("adds a note", "POST /leads/{id}/notes", "{\"html\": \"<p>Likes mornings.</p>\"}"),
    LOST(
            "sets the status LOST",
            "POST /leads/{id}/status",
            "{\"status\": \"LOST\", \"lossReason\": \"notInterested\"}"),
    INVALID("sets the status INVALID", "POST /leads/{id}/status", "{\"status\": \"INVALID\"}"),
    CONTACTED(
            "sets the status CONTACTED", "POST /leads/{id}/status", "{\"status\": \"CONTACTED\"}"),
    BOOKED("sets the status BOOKED", "POST /leads/{id}/status", "{\"status\": \"BOOKED\"}"),
    CREATED("sets the status CREATED", "POST /leads/{id}/status", "{\"status\": \"CREATED\"}"),
    OWNER_NOAH("gives to Noah", "POST /leads/{id}/owner", "{\"ownerId\": \"noah\"}"),
    OWNER_NOBODY("takes the owner from", "POST /leads/{id}/owner", "{\"ownerId\": null}"),
    TRANSFER(
            "asks Noah to take over",
            "POST /leads/{id}/owner",
            "{\"ownerId\": \"noah\", \"transfer\": true}"),
    ACCEPT("accepts the transfer of", "POST /leads/{id}/transfer/accept", "{}"),
    WITHDRAW("withdraws the transfer of", "POST /leads/{id}/transfer/withdraw", "{}"),
    PERSON("releases as a person", "POST /leads/{id}/release", "{\"as\": \"person\"}"),
    SPAM("releases as spam", "POST /leads/{id}/release", "{\"as\": \"spam\"}"),
    STEP(
            "completes the step insurance of",
            "POST /leads/{id}/steps/insurance",
            "{\"value\": true}"),
    STEP_CLEARED(
            "clears the step insurance of",
            "POST /leads/{id}/steps/insurance",
            "{\"value\": null}"),
    ENROL("enrols in the drip", "POST /leads/{id}/drips/physio-101", "{}"),
    STOP("stops the drip of", "DELETE /leads/{id}/drips/physio-101", ""),
    EMAIL(
            "writes an email to",
            "POST /leads/{id}/emails",
            "{\"subject\": \"Hello {{lead.firstName|there}}\", \"html\": \"<p>Call us.</p>\"}"),
    EMAIL_GONE("removes the email of", "PATCH /leads/{id}", "{\"email\": null}"),
    PHONE_GONE("removes the phone of", "PATCH /leads/{id}", "{\"phone\": null}"),
    PHONE("enters a phone for", "PATCH /leads/{id}", "{\"phone\": \"0491 570 110\"}"),
    SOURCE("changes the source of", "PATCH /leads/{id}", "{\"sourceId\": \"facebook\"}"),
    WRONG("sends a wrong body about", "PATCH /leads/{id}", "{\"email\": \"no address\"}"),
    MAP_LOST(
            "closes the map as lost of",
            "POST /leads/{id}/map/close",
            "{\"outcome\": \"lost\", \"lossReason\": \"noContact\"}");

    private final String words;
    private final String route;
    private final String body;

    Work(String words, String route, String body) {
        this.words = words;
        this.route = route;
        this.body = body;
    }

    String words() {
        return words;
    }

    String route() {
        return route;
    }

    String body() {
        return body;
    }
}
