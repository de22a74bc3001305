package io.leadmap.conformance;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What has to be there so that a call of the description goes well. */
final class Scene {

    private final Conversation conversation;
    private int people;

    Scene(Conversation conversation) {
        this.conversation = conversation;
    }

    /**
     * A call that can be made.
     *
     * @param person who makes it
     * @param parameters what the path leaves open
     */
    record Ready(String person, Map<String, String> parameters, Map<String, String> headers) {}

    /** Brings about what the call needs. */
    Ready prepare(Description.Operation operation, String body) {
        conversation.deployment.clock.advance(Duration.ofMinutes(2)); // past the limit for forms
        Map<String, String> parameters = new HashMap<>(operation.parameters());
        parameters.replaceAll(
                (name, example) -> example.replace("brightwater", conversation.practice));
        String lead = lead(operation.path().contains("/tracks/") ? "journey" : "physio");
        if (operation.path().startsWith("/leads/")) {
            parameters.put("id", lead);
        }
        Map<String, String> headers = new HashMap<>();
        String person = "ava";
        switch (operation.key()) {
            case "POST /leads/{id}/transfer/accept", "POST /leads/{id}/transfer/decline" -> {
                ask(lead);
                person = "noah";
            }
            case "POST /leads/{id}/transfer/withdraw" -> ask(lead);
            case "POST /leads/{id}/duplicates/{otherId}/ignore" ->
                    parameters.put("otherId", twin());
            case "POST /leads/{id}/release" -> parameters.put("id", spam());
            case "DELETE /leads/{id}/drips/{campaignId}" ->
                    did("/leads/" + lead + "/drips/physio-101", "", 200);
            case "POST /leads/{id}/tracks/{trackId}/open" ->
                    did("/leads/" + lead + "/steps/called", "{\"value\":true}", 200);
            case "POST /leads/{id}/tracks/{trackId}/reopen" -> {
                did("/leads/" + lead + "/steps/called", "{\"value\":true}", 200);
                did("/leads/" + lead + "/tracks/visit/open", "", 200);
                person = "mei";
            }
            case "GET /leads/{id}/emails" -> {
                mail(lead);
                did("/leads/" + lead + "/drips/physio-101", "", 200);
            }
            case "GET /leads/{id}/history" -> {
                mail(lead);
                ask(lead);
                did("/leads/" + lead + "/steps/called", "{\"value\":true}", 200);
                did("/leads/" + lead + "/calls", "{\"outcome\":\"reached\"}", 200);
                did("/leads/" + lead + "/drips/physio-101", "", 200);
                did(
                        "/leads/" + lead + "/status",
                        "{\"status\":\"LOST\",\"lossReason\":\"other\",\"comment\":\"Moved\"}",
                        200);
            }
            case "GET /leads/{id}/emails/{emailId}" -> parameters.put("emailId", mail(lead));
            case "GET /unsubscribe/{token}", "POST /unsubscribe/{token}" ->
                    parameters.put("token", token(lead));
            case "GET /suppressions" -> {
                unsubscribe(lead("physio"));
                unsubscribe(lead);
                person = "mei";
            }
            case "PATCH /todos/{id}", "POST /todos/{id}/done", "DELETE /todos/{id}" ->
                    parameters.put("id", toDo(lead));
            case "POST /leads/{id}/emails/{emailId}/settle" -> {
                parameters.put("emailId", mail(lead));
                LostAnswer.of(
                        parameters.getOrDefault("emailId", ""), conversation.deployment.clock);
            }
            case "GET /held" ->
                    conversation
                            .call(
                                    "nobody",
                                    "POST",
                                    "/forms/" + conversation.practice + "-enquiry",
                                    Map.of(
                                            "accept", "application/json",
                                            "content-type", "application/json"),
                                    "{\"fullName\":\"Hella Held\",\"phone\":\"0417 999 123\"}")
                            .expect(202);
            case "POST /sweeps/{logicalId}/dry-run" -> {
                String dead = lead("physio");
                for (int attempt = 0; attempt < 3; attempt++) {
                    did("/leads/" + dead + "/calls", "{\"outcome\":\"noAnswer\"}", 200);
                }
                conversation.deployment.clock.advance(Duration.ofHours(25));
                did("/leads/" + lead + "/calls", "{\"outcome\":\"noAnswer\"}", 200);
            }
            case "POST /todos/{id}/reopen" -> {
                String done = toDo(lead);
                did("/todos/" + done + "/done", "", 200);
                parameters.put("id", done);
            }
            case "GET /messages" -> message();
            case "POST /messages/{id}/read" -> {
                parameters.put("id", message());
                person = "noah";
            }
            case "DELETE /suppressions/{id}" -> {
                unsubscribe(lead);
                parameters.put("id", suppression());
                person = "mei";
            }
            case "POST /pms/{connectionId}" ->
                    headers.putAll(
                            Webhook.signed("w-1", conversation.deployment.clock.instant(), body));
            default -> {}
        }
        return new Ready(person, parameters, headers);
    }

    /** A lead of a person of their own, in this map. */
    String lead(String map) {
        people++;
        return did(
                        "/leads",
                        """
                        {"firstName": "Nina", "lastName": "No%d", "email": "nina%d@example.com",
                         "phone": "0417 0%05d", "mapId": "%s", "ownerId": "ava",
                         "custom": {"insurance": "None", "injury": ["Neck", "Knee"]},
                         "address": {"line1": "1 High Street", "city": "Melbourne"}}
                        """
                                .formatted(people, people, people, map),
                        201)
                .path("id")
                .asText();
    }

    /** Another lead of the person whose lead was added last. */
    private String twin() {
        people--;
        return lead("physio");
    }

    private void ask(String lead) {
        did("/leads/" + lead + "/owner", "{\"ownerId\":\"noah\",\"transfer\":true}", 200);
    }

    private String toDo(String lead) {
        String body =
                "{\"leadId\":\"%s\",\"assigneeId\":\"ava\",\"text\":\"Call\"}".formatted(lead);
        return did("/todos", body, 201).path("id").asText();
    }

    private String message() {
        String body = "{\"to\":[\"noah\"],\"html\":\"<p>Hello</p>\"}";
        return did("/messages", body, 201).path("id").asText();
    }

    private String mail(String lead) {
        return did(
                        "/leads/" + lead + "/emails",
                        "{\"subject\":\"Hello\",\"html\":\"<p>Hello</p>\"}",
                        202)
                .path("emailId")
                .asText();
    }

    /** A lead that a robot left, which fills in what people do not see. */
    private String spam() {
        JsonNode form =
                conversation
                        .call(
                                "nobody",
                                "GET",
                                "/forms/" + conversation.practice + "-enquiry",
                                Map.of("accept", "application/json"),
                                "")
                        .expect(200)
                        .json();
        did(
                "/forms/" + conversation.practice + "-enquiry",
                "{\"fullName\":\"Robot One\",\"email\":\"robot@example.com\",\"%s\":\"x\"}"
                        .formatted(form.path("honeypot").asText()),
                202);
        return conversation
                .get("/leads?suspended=SPAM")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
    }

    private String token(String lead) {
        String mail =
                did(
                                "/leads/" + lead + "/emails",
                                "{\"subject\":\"Bye\",\"html\":\"<p>{{unsubscribeLink}}</p>\"}",
                                202)
                        .path("emailId")
                        .asText();
        String text =
                conversation
                        .get("/leads/" + lead + "/emails/" + mail)
                        .expect(200)
                        .json()
                        .path("text")
                        .asText();
        return text.replaceFirst("(?s).*/unsubscribe/([\\w-]+).*", "$1");
    }

    private void unsubscribe(String lead) {
        conversation
                .call("nobody", "POST", "/unsubscribe/" + token(lead), Map.of(), "")
                .expect(200);
    }

    /** One that stands. */
    private String suppression() {
        return conversation
                .call("mei", "GET", "/suppressions", Map.of(), "")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
    }

    private JsonNode did(String path, String body, int status) {
        return conversation.post(path, body).expect(status).json();
    }
}
