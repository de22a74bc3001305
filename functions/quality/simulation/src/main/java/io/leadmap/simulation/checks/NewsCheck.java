package io.leadmap.simulation.checks;

import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.ports.MailLedger.Posted;
import io.leadmap.ports.OutgoingMail;
import io.leadmap.simulation.world.Violation;
import io.leadmap.simulation.world.Watchers.Watcher;
import io.leadmap.simulation.world.World;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mail stands at the gravest of the news that came of it, whatever order they came in. */
public final class NewsCheck implements Watcher, Check {

    /** From the least grave to the gravest; what is not here moves no mail. */
    private static final List<String> GRAVITY =
            List.of("SEND", "SOFT_BOUNCE", "DELIVERY", "REJECT", "HARD_BOUNCE", "COMPLAINT");

    private static final List<MailState> STATES =
            List.of(
                    MailState.SENT,
                    MailState.SOFT_BOUNCED,
                    MailState.DELIVERED,
                    MailState.FAILED,
                    MailState.BOUNCED,
                    MailState.COMPLAINED);

    private final Map<EmailId, Integer> gravest = new HashMap<>();

    @Override
    public void told(OutgoingMail mail, String news) {
        int gravity = GRAVITY.indexOf(news);
        if (gravity >= 0) {
            gravest.merge(mail.id(), gravity, Math::max);
        }
    }

    @Override
    public List<Violation> of(World world) {
        List<Violation> violations = new ArrayList<>();
        gravest.forEach((mail, gravity) -> {
            Optional<Posted> posted = world.store().mailLedger().find(mail);
            boolean isLess =
                    posted.filter(one -> one.email().kind() != Email.Kind.NOTICE)
                            .filter(one -> STATES.indexOf(one.state()) < gravity)
                            .isPresent();
            if (isLess) {
                violations.add(
                        new Violation(
                                Violation.Rule.NEWS,
                                mail + " had " + GRAVITY.get(gravity) + " and is " + posted));
            }
        });
        return violations;
    }
}
