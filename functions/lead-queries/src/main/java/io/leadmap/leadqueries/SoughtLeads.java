package io.leadmap.leadqueries;

import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.Phone;
import io.leadmap.domain.mail.Mailbox;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.text.Search;
import io.leadmap.leadqueries.SheetQuery.Period;
import io.leadmap.ports.LeadSheet;
import io.leadmap.ports.LeadSheet.Range;
import io.leadmap.ports.LeadSheet.Row;
import io.leadmap.ports.Leads;
import io.leadmap.ports.NameIndex;
import io.leadmap.ports.NameIndex.Found;
import io.leadmap.ports.NameIndex.Place;
import io.leadmap.ports.PhoneNumbers;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks up whom {@code q} means: by an email or a phone through their guards, by words of a name
 * through the index of names. What it reads does not depend on how many leads there are.
 */
final class SoughtLeads {

    /**
     * Places up to which a beginning is looked up. One that means more leads is looked for on the
     * sheet, where a page meets some soon.
     */
    static final int MOST = 2_000;

    /** The index of names is a moment old: the newest leads are looked at whatever it says. */
    static final int NEWEST = 25;

    private final LeadSheet sheet;
    private final Leads leads;
    private final NameIndex names;
    private final PhoneNumbers phones;

    SoughtLeads(LeadSheet sheet, Leads leads, NameIndex names, PhoneNumbers phones) {
        this.sheet = sheet;
        this.leads = leads;
        this.names = names;
        this.phones = phones;
    }

    /** Those whom the query means; empty if they can only be found by reading the sheet. */
    Optional<Sought> of(Practice practice, SheetQuery query) {
        String q = query.q();
        if (q == null) {
            return Optional.empty();
        }
        Optional<IdentityKey> identity = identity(practice, q);
        return identity.isPresent()
                ? Optional.of(sharing(practice, query, identity.get()))
                : named(practice, query, new Search(q));
    }

    private Sought sharing(Practice practice, SheetQuery query, IdentityKey key) {
        List<LeadId> ids =
                leads.sharing(practice.id(), Set.of(key)).values().stream()
                        .flatMap(sharing -> sharing.leads().stream())
                        .distinct()
                        .toList();
        Map<LeadId, Row> rows = sheet.rows(practice.id(), ids);
        return new Sought(
                practice, places(rows.values()), rows, new SheetFilter(practice, query, null));
    }

    private Optional<IdentityKey> identity(Practice practice, String q) {
        if (q.contains("@")) {
            return Optional.of(
                    new IdentityKey.ByEmail(
                            Mailbox.find(q) // as mail programs copy it, with a name or brackets
                                    .map(mailbox -> mailbox.address().normalised())
                                    .orElseGet(() -> IdentityKey.normalised(q))));
        }
        return switch (phones.read(q, practice.settings().country())) {
            case PhoneNumbers.Reading.Read(Phone phone) ->
                    Optional.of(IdentityKey.ByPhone.of(phone));
            case PhoneNumbers.Reading.Unclear unclear -> Optional.empty();
        };
    }

    private Optional<Sought> named(Practice practice, SheetQuery query, Search search) {
        PracticeId id = practice.id();
        @Nullable List<Place> byWords =
                search.beginnings().stream()
                        .map(beginning -> names.find(id, beginning, MOST))
                        .filter(found -> !found.more())
                        .findFirst()
                        .map(Found::places)
                        .orElse(null);
        if (byWords == null) {
            return Optional.empty();
        }
        List<Place> places = new ArrayList<>(byWords);
        if (search.joined().isPresent()) {
            Found joined = names.find(id, search.joined().get(), MOST);
            if (joined.more()) {
                return Optional.empty();
            }
            places.addAll(joined.places());
        }
        Map<LeadId, Row> newest = newest(id, search);
        places.addAll(places(newest.values()));
        return Optional.of(
                new Sought(practice, places, newest, new SheetFilter(practice, query, search)));
    }

    private Map<LeadId, Row> newest(PracticeId practice, Search search) {
        Range always = new Range.Created(Period.ALWAYS.from(), Period.ALWAYS.to());
        Map<LeadId, Row> newest = new LinkedHashMap<>();
        for (Row row : sheet.read(practice, always, true, null, NEWEST).rows()) {
            if (search.finds(SheetFilter.names(row))) {
                newest.put(row.id(), row);
            }
        }
        return newest;
    }

    private static List<Place> places(Collection<Row> rows) {
        return rows.stream().map(row -> new Place(row.id(), row.dates().created())).toList();
    }
}
