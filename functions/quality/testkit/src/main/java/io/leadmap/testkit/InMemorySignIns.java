package io.leadmap.testkit;

import io.leadmap.domain.practice.Bindings;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.SignIns;

/** Who signed in as which subject, in memory. */
final class InMemorySignIns implements SignIns {

    private final Shelf shelf;

    InMemorySignIns(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public Bindings of(PracticeId practice) {
        synchronized (shelf) {
            return shelf.signIns.getOrDefault(practice, Bindings.NONE);
        }
    }

    @Override
    public boolean store(PracticeId practice, Bindings bindings) {
        synchronized (shelf) {
            boolean current = of(practice).revision() == bindings.revision();
            if (current) {
                shelf.signIns.put(
                        practice, new Bindings(bindings.revision() + 1, bindings.byPerson()));
            }
            return current;
        }
    }
}
