package io.leadmap.testkit;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.text.Beginnings;
import io.leadmap.ports.LeadSheet;
import io.leadmap.ports.NameIndex;

import java.util.List;
import java.util.Map;

/** Leads by the beginnings of their names, in memory. */
final class InMemoryNameIndex implements NameIndex {

    private final Shelf shelf;

    InMemoryNameIndex(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public void follow(PracticeId practice, LeadId lead) {
        Shelf.LeadKey key = new Shelf.LeadKey(practice, lead);
        synchronized (shelf) {
            Shelf.Row stored = shelf.leads.get(key);
            if (stored == null) {
                shelf.names.remove(key);
                return;
            }
            LeadSheet.Row row = LeadSheet.Row.of(stored.lead());
            shelf.names.put(
                    key,
                    Map.entry(
                            new Place(lead, row.dates().created()),
                            Beginnings.of(List.of(row.name(), row.personName()))));
        }
    }

    @Override
    public Found find(PracticeId practice, String beginning, int most) {
        synchronized (shelf) {
            List<Place> places =
                    shelf.names.entrySet().stream()
                            .filter(kept -> kept.getKey().practice().equals(practice))
                            .map(Map.Entry::getValue)
                            .filter(kept ->
                                    kept.getValue().stream()
                                            .anyMatch(text -> text.startsWith(beginning)))
                            .map(Map.Entry::getKey)
                            .limit(most + 1L)
                            .toList();
            return new Found(places.stream().limit(most).toList(), places.size() > most);
        }
    }
}
