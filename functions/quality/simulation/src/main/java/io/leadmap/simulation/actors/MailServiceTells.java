package io.leadmap.simulation.actors;

import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.ports.OutgoingMail;
import io.leadmap.simulation.world.Ending;
import io.leadmap.simulation.world.Post;
import io.leadmap.simulation.world.Strike;
import io.leadmap.simulation.world.World;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The mail service tells what became of a mail: late, again, in any order.
 *
 * @param mail its number, latest first
 */
public record MailServiceTells(int mail, News news) implements Action {

    /** What it tells. */
    public enum News {
        SEND("was sent"),
        DELIVERY("was delivered"),
        SOFT_BOUNCE("bounced for now"),
        HARD_BOUNCE("bounced for good"),
        COMPLAINT("was complained of"),
        NOT_SPAM("was said to be no spam"),
        REJECT("was rejected");

        private final String words;

        News(String words) {
            this.words = words;
        }
    }

    @Override
    public void play(World world, @Nullable Strike strike) {
        List<Post.Arrival> arrivals = world.post().arrivals();
        if (arrivals.isEmpty()) {
            return;
        }
        OutgoingMail about =
                arrivals.get(arrivals.size() - 1 - Math.floorMod(mail, arrivals.size())).mail();
        Ending outcome = world.invoke("MailEvents", Json.text(event(about).node()), strike);
        if (outcome instanceof Ending.Answered) {
            world.watchers().told(about, news.name());
        }
    }

    private JsonObject event(OutgoingMail about) {
        JsonObject detail =
                Json.object()
                        .put("eventType", type())
                        .put(
                                "mail",
                                Json.object()
                                        .put(
                                                "tags",
                                                Json.object()
                                                        .putTexts(
                                                                "mail",
                                                                List.of(about.id().value()))));
        JsonObject named = Json.object().put("emailAddress", "Somebody <" + about.to() + ">");
        switch (news) {
            case SEND, REJECT -> {}
            case DELIVERY ->
                    detail.put(
                            "delivery", Json.object().putTexts("recipients", List.of(about.to())));
            case SOFT_BOUNCE, HARD_BOUNCE ->
                    detail.put(
                            "bounce",
                            Json.object()
                                    .put(
                                            "bounceType",
                                            news == News.HARD_BOUNCE ? "Permanent" : "Transient")
                                    .put("bounceSubType", "General")
                                    .put("bouncedRecipients", List.of(named), JsonObject::node));
            case COMPLAINT, NOT_SPAM ->
                    detail.put(
                            "complaint",
                            Json.object()
                                    .put(
                                            "complaintFeedbackType",
                                            news == News.NOT_SPAM ? "not-spam" : "abuse")
                                    .put("complainedRecipients", List.of(named), JsonObject::node));
        }
        return Json.object()
                .put("id", "news")
                .put("source", "aws.ses")
                .put("detail-type", "Email " + type())
                .put("time", "2026-03-01T09:00:02Z")
                .put("detail", detail);
    }

    private String type() {
        return switch (news) {
            case SEND -> "Send";
            case DELIVERY -> "Delivery";
            case SOFT_BOUNCE, HARD_BOUNCE -> "Bounce";
            case COMPLAINT, NOT_SPAM -> "Complaint";
            case REJECT -> "Reject";
        };
    }

    @Override
    public String tell() {
        return "the mail service tells that the mail " + mail + " before the last " + news.words;
    }
}
