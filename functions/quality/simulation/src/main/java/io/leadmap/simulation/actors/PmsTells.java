package io.leadmap.simulation.actors;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leadmap.json.Json;
import io.leadmap.simulation.world.Setup;
import io.leadmap.simulation.world.Strike;
import io.leadmap.simulation.world.World;
import io.leadmap.testkit.HttpCall;

import org.jspecify.annotations.Nullable;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The PMS tells of an appointment. The same event comes again as it was.
 *
 * @param appointment its number
 * @param version orders what is told of it, whatever order it comes in
 * @param state as the standard provider says it
 */
public record PmsTells(
        String practice,
        int stranger,
        int appointment,
        int version,
        String state,
        boolean invoiced,
        int day)
        implements Action {

    private static final Instant FIRST = Instant.parse("2026-02-22T23:00:00Z");

    @Override
    public void play(World world, @Nullable Strike strike) {
        String body = body();
        String event =
                "e-%d-%d-%s-%b-%d-%d"
                        .formatted(appointment, version, state, invoiced, day, stranger);
        long seconds = world.now().getEpochSecond();
        world.call(
                new HttpCall(
                        "POST /pms/{connectionId}",
                        Map.of("connectionId", practice + "-pms"),
                        Map.of(),
                        Map.of(
                                "webhook-id",
                                event,
                                "webhook-timestamp",
                                Long.toString(seconds),
                                "webhook-signature",
                                "v1," + signature(event + "." + seconds + "." + body)),
                        body),
                strike);
    }

    private String body() {
        Stranger who = Stranger.of(stranger);
        Instant starts = FIRST.plus(Duration.ofDays(day));
        return Json.text(
                Json.object()
                        .put("type", "appointment.changed")
                        .put(
                                "data",
                                Json.object()
                                        .put("appointmentId", "a-" + appointment)
                                        .put("version", version)
                                        .putText("updatedAt", FIRST.plusSeconds(version))
                                        .put("state", state)
                                        .putText("bookedAt", FIRST)
                                        .putText("startsAt", starts)
                                        .putText("endsAt", starts.plus(Duration.ofMinutes(30)))
                                        .put(
                                                "invoice",
                                                invoiced
                                                        ? Json.object()
                                                                .put("id", "i-" + appointment)
                                                                .putText("at", starts)
                                                                .put("amount", "120.00")
                                                                .put("currency", "AUD")
                                                                .node()
                                                        : null)
                                        .put(
                                                "patient",
                                                Json.object()
                                                        .put("id", "p-" + stranger)
                                                        .put("firstName", who.firstName())
                                                        .put("lastName", who.lastName())
                                                        .put("email", who.email(practice))
                                                        .put("phone", who.phone())))
                        .node());
    }

    private static String signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Setup.pmsKey(), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String tell() {
        return "the PMS of %s tells version %d of appointment a-%d of %s on day %d: %s%s"
                .formatted(
                        practice,
                        version,
                        appointment,
                        Stranger.of(stranger).firstName(),
                        day,
                        state,
                        invoiced ? ", invoiced" : "");
    }
}
