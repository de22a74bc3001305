package io.leadmap.testkit;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.json.Json;
import io.leadmap.ports.Store;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What every contract suite needs. A suite is an interface, so that one class can run them all
 * against one store.
 */
public interface StoreSuite {

    /** The store under test; the same for a whole test. */
    Store store();

    /** The clock of that store. */
    MovableClock clock();

    /**
     * A practice that no other test knows; what it is configured with is not the ports' concern,
     * but its key comes with its first configuration.
     */
    default PracticeId newPractice() {
        PracticeId practice = unconfiguredPractice();
        store().configurations().store(practice, 1, Json.object().node());
        return practice;
    }

    /** A practice of which nothing is stored yet. */
    default PracticeId unconfiguredPractice() {
        return new PracticeId("p" + Long.toString(Numbers.NEXT.incrementAndGet(), 36));
    }

    /** Ids grow, as those of the real source do. */
    default LeadId newLead() {
        return new LeadId("lead%010d".formatted(Numbers.NEXT.incrementAndGet()));
    }

    /** Counts through the whole run. */
    final class Numbers {
        private static final AtomicLong NEXT = new AtomicLong(1000);

        private Numbers() {}
    }
}
