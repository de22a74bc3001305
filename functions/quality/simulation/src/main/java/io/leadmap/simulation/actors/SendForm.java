package io.leadmap.simulation.actors;

import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.simulation.world.Strike;
import io.leadmap.simulation.world.World;
import io.leadmap.testkit.HttpCall;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * A stranger sends a form.
 *
 * @param message tells one submission from another
 */
public record SendForm(
        String practice, Form form, int stranger, Spelling spelling, boolean consent, int message)
        implements Action {

    /** Which of the practice's forms. */
    public enum Form {
        ENQUIRY,
        /** Its leads go another map. */
        TRAINING;

        private String of(String practice) {
            return practice + "-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** The parameter of the path. */
    public static final String FORM = "formId";

    @Override
    public void play(World world, @Nullable Strike strike) {
        Stranger who = Stranger.of(stranger);
        JsonObject body =
                Json.object()
                        .put("fullName", spelling.name(who))
                        .put("email", spelling.email(who, practice))
                        .put("phone", spelling.phone(who))
                        .put("message", "Question " + message);
        if (consent) {
            body.put("consent", "yes");
        }
        world.call(
                HttpCall.of("POST /forms/{formId}")
                        .at(FORM, form.of(practice))
                        .sending(Json.text(body.node())),
                strike);
    }

    @Override
    public String tell() {
        Stranger who = Stranger.of(stranger);
        return "%s %s sends the form %s with %s and %s%s%s (question %d)"
                .formatted(
                        who.firstName(),
                        who.lastName(),
                        form.of(practice),
                        who.email(practice),
                        who.phone(),
                        spelling.words(),
                        consent ? ", with the consent ticked" : "",
                        message);
    }
}
