package io.leadmap.simulation.checks;

import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Settings;
import io.leadmap.json.Json;
import io.leadmap.json.TrustingView;
import io.leadmap.ports.MailLedger.Posted;
import io.leadmap.ports.OutgoingMail;
import io.leadmap.simulation.actors.SendForm;
import io.leadmap.simulation.tables.ItemChange;
import io.leadmap.simulation.world.Post.Arrival;
import io.leadmap.simulation.world.Strike;
import io.leadmap.simulation.world.Violation;
import io.leadmap.simulation.world.Violation.Rule;
import io.leadmap.simulation.world.Watchers.Watcher;
import io.leadmap.simulation.world.World;
import io.leadmap.testkit.HttpCall;

import org.jspecify.annotations.Nullable;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Nothing goes to an address of which the product was told that it may not, and no drip outside the
 * window. It keeps its own account of what was told; what happens while a mail is being sent does
 * not count yet.
 */
public final class SendingWatch implements Watcher {

    private final Set<Told> told = new HashSet<>();
    private final Set<String> blocked = new HashSet<>();
    private final Set<String> unsubscribed = new HashSet<>();
    private final Map<String, Settings> settings = new HashMap<>();
    private Set<String> blockedBefore = Set.of();
    private Set<String> unsubscribedBefore = Set.of();

    /** Its consequences happen once per mail and kind. */
    private record Told(EmailId mail, String news) {}

    @Override
    public void begins(World world) {
        blockedBefore = Set.copyOf(blocked);
        unsubscribedBefore = Set.copyOf(unsubscribed);
        for (String practice : World.PRACTICES) {
            settings.put(practice, now(world, practice));
        }
    }

    private static Settings now(World world, String practice) {
        return world.practices().find(new PracticeId(practice)).orElseThrow().settings();
    }

    @Override
    public void told(OutgoingMail mail, String news) {
        boolean isFirst = told.add(new Told(mail.id(), news));
        if (isFirst && (news.equals("HARD_BOUNCE") || news.equals("COMPLAINT"))) {
            blocked.add(address(mail) + (news.equals("COMPLAINT") ? " complained" : ""));
        }
    }

    @Override
    public void unsubscribed(OutgoingMail mail) {
        unsubscribed.add(address(mail));
    }

    @Override
    public void lifted(String practice, String address) {
        blocked.remove(practice + " " + address);
        unsubscribed.remove(practice + " " + address);
    }

    /** A form with its consent ticked may have ended an unsubscribe. */
    @Override
    public void answered(
            World world,
            HttpCall call,
            HttpCall.Answer answer,
            @Nullable Strike strike,
            List<ItemChange> changes,
            List<Violation> violations) {
        String form = call.path().get(SendForm.FORM);
        if (form != null && call.body().contains("consent")) {
            String practice = form.substring(0, form.indexOf('-'));
            unsubscribed.remove(practice + " " + email(call).strip().toLowerCase(Locale.ROOT));
        }
    }

    private static String email(HttpCall call) {
        try {
            return new TrustingView(Json.read(call.body())).textOrEmpty("email");
        } catch (Json.Malformed e) {
            throw new IllegalStateException(e);
        }
    }

    private static String address(OutgoingMail mail) {
        return mail.id().practice() + " " + mail.to().toLowerCase(Locale.ROOT);
    }

    @Override
    public void arrives(World world, Arrival arrival, List<Violation> violations) {
        OutgoingMail mail = arrival.mail();
        Email.Kind kind =
                world.store()
                        .mailLedger()
                        .find(mail.id())
                        .map(Posted::email)
                        .map(Email::kind)
                        .orElse(Email.Kind.NOTICE);
        String address = address(mail);
        boolean isBlocked =
                stands(address, blocked, blockedBefore)
                        || stands(address + " complained", blocked, blockedBefore);
        if (kind != Email.Kind.NOTICE && isBlocked) {
            violations.add(new Violation(Rule.SUPPRESSED, mail.id() + " goes to " + address));
        }
        if (kind == Email.Kind.DRIP && stands(address, unsubscribed, unsubscribedBefore)) {
            violations.add(
                    new Violation(Rule.SUPPRESSED, mail.id() + " is marketing to " + address));
        }
        String practice = mail.id().practice().value();
        Settings before = settings.getOrDefault(practice, now(world, practice));
        if (kind == Email.Kind.DRIP
                && isShut(before, arrival)
                && isShut(now(world, practice), arrival)) {
            violations.add(new Violation(Rule.WINDOW, mail.id() + " goes out at " + arrival.at()));
        }
    }

    private static boolean stands(String address, Set<String> now, Set<String> before) {
        return now.contains(address) && before.contains(address);
    }

    private static boolean isShut(Settings settings, Arrival arrival) {
        ZonedDateTime at = arrival.at().atZone(settings.timeZone());
        LocalTime time = at.toLocalTime();
        return !settings.sendingWindow().days().contains(at.getDayOfWeek())
                || time.isBefore(settings.sendingWindow().from())
                || !time.isBefore(settings.sendingWindow().to());
    }
}
