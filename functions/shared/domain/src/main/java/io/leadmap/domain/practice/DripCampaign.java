package io.leadmap.domain.practice;

import io.leadmap.domain.text.Line;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An ordered list of educational mails (domain section 6).
 *
 * @param active while it is off nobody is enrolled and nothing goes out
 * @param again a lead that had it once may be enrolled a second time
 * @param mails each with its delay from the one before, the first from enrolment; never empty
 * @param former mails behind which a run may stand that goes on with another mail than the one that
 *     follows today: they were removed, or stood elsewhere in an earlier version, or one that had
 *     been removed came back beside them
 */
public record DripCampaign(
        String id,
        String name,
        boolean active,
        boolean again,
        List<DripMail> mails,
        List<String> former) {

    public DripCampaign {
        name = Line.of(name);
        mails = List.copyOf(mails);
        former = List.copyOf(former);
        if (mails.isEmpty()) {
            throw new IllegalArgumentException("a drip campaign needs a mail");
        }
    }

    /** A campaign that is on, is had once, and was never edited. */
    public DripCampaign(String id, String name, List<DripMail> mails) {
        this(id, name, true, false, mails, List.of());
    }

    /**
     * One mail of a campaign.
     *
     * @param id unique in its campaign; runs remember it, so it stays when the mail is edited
     * @param delay from the decision of the one before; elapsed time
     */
    public record DripMail(String id, Duration delay, String macroId) {}

    /**
     * What comes next for a run: the mail behind the last one in today's order that was decided.
     * What was added before that point is passed over, what was removed is skipped.
     *
     * @param decided ids of the mails that the run has decided
     * @return null if none is left
     */
    public @Nullable DripMail nextAfter(Collection<String> decided) {
        int next = 0;
        for (int i = 0; i < mails.size(); i++) {
            if (decided.contains(mails.get(i).id())) {
                next = i + 1;
            }
        }
        return next < mails.size() ? mails.get(next) : null;
    }

    /** The same campaign, which remembers what it was before. */
    public DripCampaign after(DripCampaign before) {
        List<String> had = before.mails.stream().map(DripMail::id).toList();
        List<String> has = mails.stream().map(DripMail::id).toList();
        Set<String> all = new TreeSet<>(former);
        all.addAll(before.former);
        had.stream().filter(mail -> !has.contains(mail)).forEach(all::add);
        List<String> kept = had.stream().filter(has::contains).toList();
        boolean reordered = !kept.equals(has.stream().filter(had::contains).toList());
        boolean returns =
                has.stream().anyMatch(mail -> before.former.contains(mail) && !had.contains(mail));
        if (reordered || returns) {
            all.addAll(kept);
        }
        return new DripCampaign(id, name, active, again, mails, List.copyOf(all));
    }

    /** The same campaign, switched off. */
    public DripCampaign off() {
        return new DripCampaign(id, name, false, again, mails, former);
    }

    /** The shortest delay of any of its mails. */
    public Duration shortestDelay() {
        return mails.stream().map(DripMail::delay).min(Duration::compareTo).orElseThrow();
    }
}
