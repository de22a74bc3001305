package io.leadmap.testkit;

import io.leadmap.domain.decide.Decision.Settlement;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Standing;
import io.leadmap.domain.mail.Waiting;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.MailLedger;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The mail ledger in memory. */
final class InMemoryMailLedger implements MailLedger {

    private final Shelf shelf;

    InMemoryMailLedger(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public Optional<Posted> find(EmailId id) {
        synchronized (shelf) {
            return Optional.ofNullable(shelf.mails.get(id));
        }
    }

    @Override
    public List<Posted> ofLead(PracticeId practice, LeadId lead) {
        synchronized (shelf) {
            return shelf.mails.values().stream()
                    .filter(posted -> posted.email().id().practice().equals(practice))
                    .filter(posted -> posted.email().id().lead().equals(lead))
                    .sorted(
                            Comparator.comparing((Posted posted) -> number(posted, 2))
                                    .thenComparing(posted -> number(posted, 3)))
                    .toList();
        }
    }

    @Override
    public boolean claim(EmailId id, String token, Instant now) {
        synchronized (shelf) {
            Posted posted = shelf.mails.get(id);
            if (posted != null && posted.state() == MailState.QUEUED) {
                shelf.mails.put(
                        id,
                        new Posted(
                                posted.email(),
                                posted.configuration(),
                                posted.standing().at(MailState.CLAIMED),
                                now,
                                token,
                                posted.waiting()));
                return true;
            }
            return posted != null
                    && posted.state() == MailState.CLAIMED
                    && token.equals(posted.token());
        }
    }

    @Override
    public boolean settle(EmailId id, MailState from, MailState to, Instant now) {
        synchronized (shelf) {
            Posted posted = shelf.mails.get(id);
            if (posted == null || posted.state() != from) {
                return false;
            }
            shelf.mails.put(id, moved(posted, Standing.of(to), now));
            return true;
        }
    }

    @Override
    public boolean putBack(EmailId id, Waiting waiting, Instant now) {
        synchronized (shelf) {
            Posted posted = shelf.mails.get(id);
            if (posted == null || posted.state() != MailState.CLAIMED) {
                return false;
            }
            shelf.mails.put(
                    id,
                    new Posted(
                            posted.email(),
                            posted.configuration(),
                            posted.standing().at(MailState.QUEUED),
                            now,
                            posted.token(),
                            waiting));
            return true;
        }
    }

    @Override
    public boolean readdress(EmailId id, String to) {
        synchronized (shelf) {
            Posted posted = shelf.mails.get(id);
            if (posted == null || posted.state() != MailState.CLAIMED) {
                return false;
            }
            shelf.mails.put(id, posted.to(to));
            return true;
        }
    }

    @Override
    public boolean release(EmailId id, Instant now) {
        synchronized (shelf) {
            Posted posted = shelf.mails.get(id);
            if (posted == null || posted.state() != MailState.QUEUED) {
                return false;
            }
            shelf.mails.put(id, moved(posted, posted.standing(), now));
            return true;
        }
    }

    @Override
    public List<Posted> due(Instant now, int limit) {
        synchronized (shelf) {
            return shelf.mails.values().stream()
                    .filter(posted ->
                            posted.state() == MailState.CLAIMED
                                    || (posted.state() == MailState.QUEUED
                                            && !posted.notBefore().isAfter(now)))
                    .sorted(Comparator.comparing(Posted::notBefore))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public Later later(Instant now, int limit, Predicate<PracticeId> wanted) {
        synchronized (shelf) {
            List<Posted> next =
                    shelf.mails.values().stream()
                            .filter(posted -> posted.state() == MailState.QUEUED)
                            .filter(posted -> posted.notBefore().isAfter(now))
                            .sorted(Comparator.comparing(Posted::notBefore))
                            .toList();
            return new Later(
                    next.stream()
                            .limit(limit)
                            .filter(posted -> wanted.test(posted.email().id().practice()))
                            .toList(),
                    next.size() > limit);
        }
    }

    static Posted moved(Posted posted, Settlement settlement, Instant now) {
        Posted moved = moved(posted, settlement.to(), now);
        String address = settlement.address();
        return address == null ? moved : moved.to(address);
    }

    static Posted moved(Posted posted, Standing to, Instant now) {
        Instant since = to.state() == posted.state() ? posted.since() : now;
        return new Posted(posted.email(), posted.configuration(), to, since, posted.token(), null);
    }

    private static long number(Posted posted, int part) {
        return Long.parseLong(posted.email().id().value().split("-", -1)[part]);
    }
}
