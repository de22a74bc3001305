package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.decide.Command.SettleEmail;
import io.leadmap.domain.decide.Command.SettleEmail.News;
import io.leadmap.domain.decide.Decision.Settlement;
import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.history.DripEntry;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Standing;
import io.leadmap.domain.suppression.AddressState;
import io.leadmap.domain.suppression.KnownAddresses;
import io.leadmap.domain.suppression.Suppression;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * No order of what is told of a mail matters, and nothing that is told twice (domain section 7).
 */
class MailNewsProperties {

    private static final List<News> ALL =
            List.of(
                    new News.Uncertain("time-out"),
                    new News.Sent("Welcome", "ab12"),
                    new News.Delivered(),
                    new News.Bounced(false, "Transient General"),
                    new News.Failed("rejected"),
                    new News.Bounced(true, "Permanent General"),
                    new News.Complained("abuse"),
                    new News.Complained("not-spam"));

    /** The same news in two orders, some of it told several times. */
    record Told(List<News> one, List<News> other) {}

    @Provide
    Arbitrary<Told> told() {
        Arbitrary<Set<News>> which = Arbitraries.of(ALL).set().ofMinSize(1);
        return Combinators.combine(which, Arbitraries.longs(), Arbitraries.longs())
                .as((news, a, b) -> new Told(shuffled(news, a), shuffled(news, b)));
    }

    private static List<News> shuffled(Set<News> news, long seed) {
        Random random = new Random(seed);
        List<News> all = new ArrayList<>(ALL);
        all.retainAll(news);
        for (News again : List.copyOf(all)) {
            if (random.nextInt(3) == 0) {
                all.add(again);
            }
        }
        Collections.shuffle(all, random);
        return all;
    }

    @Property
    void any_order_of_the_same_news_ends_in_the_same_state(@ForAll("told") Told told) {
        End one = end(told.one());
        End other = end(told.other());
        assertThat(one).isEqualTo(other);
        assertThat(one.openToDos()).hasSize(one.mail().state() == MailState.UNCERTAIN ? 1 : 0);
    }

    @Property
    void each_kind_of_news_is_written_down_once_with_its_consequences(@ForAll("told") Told told) {
        Mail mail = new Mail();
        told.one().forEach(mail::tell);
        told.other().forEach(mail::tell);
        assertThat(mail.history.stream().filter(MailNewsProperties::isAboutMail))
                .doesNotHaveDuplicates();
        assertThat(mail.history.stream().filter(DripEntry.DripStopped.class::isInstance).count())
                .isEqualTo(isGrave(told.one()) ? 1 : 0);
    }

    private static boolean isAboutMail(Entry entry) {
        return entry instanceof MailEntry.EmailSent
                || entry instanceof MailEntry.EmailDelivered
                || entry instanceof MailEntry.EmailBounced
                || entry instanceof MailEntry.EmailComplained
                || entry instanceof MailEntry.EmailFailed
                || entry instanceof MailEntry.EmailUncertain;
    }

    private static boolean isGrave(List<News> news) {
        return news.contains(new News.Bounced(true, "Permanent General"))
                || news.contains(new News.Complained("abuse"));
    }

    private static final String TO = "monique@example.com";

    private record End(
            Standing mail,
            Optional<Suppression.Kind> block,
            List<DripRun.State> drips,
            Set<EmailId> pending,
            Set<String> openToDos) {}

    private static End end(List<News> news) {
        Mail mail = new Mail();
        news.forEach(mail::tell);
        return new End(
                mail.standing,
                mail.known.of(TO).block(),
                mail.lead.drips().runs().values().stream().map(DripRun::state).toList(),
                mail.lead.mail().pending().keySet(),
                mail.openToDos);
    }

    /** The welcome mail of an enquiry, claimed by its sender. */
    private static final class Mail {
        private final Story story = Story.ofEnquiry();
        private final EmailId id = story.lead().mail().pending().firstKey();
        private final List<Entry> history = new ArrayList<>();
        private final Set<String> openToDos = new HashSet<>();
        private Lead lead = story.lead();
        private KnownAddresses known = KnownAddresses.NONE.with(AddressState.clean(TO));
        private Standing standing = Standing.of(MailState.CLAIMED);

        void tell(News news) {
            Context context =
                    new Context(
                            SamplePractice.PRACTICE,
                            Actor.SYSTEM,
                            new Cause(Cause.Kind.MAIL, id.value()),
                            story.now(),
                            Set.of(),
                            known);
            Decision decision =
                    Decider.decide(lead, new SettleEmail(id, TO, standing, news), context);
            if (decision instanceof Decision.Accepted accepted) {
                lead = accepted.after();
                accepted.addresses().forEach(state -> known = known.with(state));
                history.addAll(accepted.commit().entries());
                TreeMap<EmailId, Standing> moved = new TreeMap<>();
                for (Settlement settlement : accepted.settlements()) {
                    moved.put(settlement.emailId(), settlement.to());
                }
                standing = moved.getOrDefault(id, standing);
                accepted.todos().forEach(toDo -> openToDos.add(toDo.id()));
                accepted.ended().forEach(toDo -> openToDos.remove(toDo.id()));
            }
        }
    }
}
