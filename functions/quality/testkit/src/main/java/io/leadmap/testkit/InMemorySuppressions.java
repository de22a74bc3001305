package io.leadmap.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.suppression.AddressState;
import io.leadmap.domain.suppression.KnownAddresses;
import io.leadmap.ports.Suppressions;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What is known of addresses, in memory. */
final class InMemorySuppressions implements Suppressions {

    private final Shelf shelf;

    InMemorySuppressions(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public KnownAddresses of(PracticeId practice, Set<String> addresses) {
        synchronized (shelf) {
            KnownAddresses known = KnownAddresses.NONE;
            for (String address : addresses) {
                known = known.with(shelf.address(practice, address));
            }
            return known;
        }
    }

    @Override
    public Optional<Kept> find(PracticeId practice, String id) {
        return all(practice).stream().filter(kept -> kept.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Kept> named(PracticeId practice, String address) {
        return all(practice).stream()
                .filter(kept -> kept.state().address().equals(address))
                .findFirst();
    }

    @Override
    public Page page(PracticeId practice, int limit, @Nullable String after) {
        List<Kept> rest =
                all(practice).stream()
                        .filter(kept -> after == null || kept.id().compareTo(after) > 0)
                        .toList();
        List<Kept> page = rest.subList(0, Math.min(limit, rest.size()));
        return new Page(page, page.size() < rest.size() ? page.getLast().id() : null);
    }

    @Override
    public boolean store(PracticeId practice, AddressState state) {
        synchronized (shelf) {
            boolean current = shelf.isCurrent(practice, state);
            if (current) {
                shelf.keep(practice, state);
            }
            return current;
        }
    }

    private List<Kept> all(PracticeId practice) {
        synchronized (shelf) {
            return shelf.addresses.entrySet().stream()
                    .filter(entry -> entry.getKey().practice().equals(practice))
                    .map(entry -> kept(practice, entry.getValue()))
                    .sorted(Comparator.comparing(Kept::id))
                    .toList();
        }
    }

    private Kept kept(PracticeId practice, AddressState state) {
        String id =
                UUID.nameUUIDFromBytes((practice + " " + state.address()).getBytes(UTF_8))
                        .toString();
        List<LeadId> leads =
                shelf.guard(practice, new IdentityKey.ByEmail(state.address())).leads().stream()
                        .map(LeadId::new)
                        .toList();
        return new Kept(id, state, leads);
    }
}
