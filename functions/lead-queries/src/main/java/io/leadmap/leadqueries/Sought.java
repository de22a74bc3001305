package io.leadmap.leadqueries;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.Practice;
import io.leadmap.leadqueries.ReadLeadSheet.Answer;
import io.leadmap.leadqueries.ReadLeadSheet.Placed;
import io.leadmap.leadqueries.SheetQuery.Sort;
import io.leadmap.ports.LeadSheet;
import io.leadmap.ports.LeadSheet.Row;
import io.leadmap.ports.NameIndex.Place;
import io.leadmap.ports.SortableTime;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Leads that a query names, and perhaps others: their rows tell.
 *
 * @param places each lead's newest place last
 * @param known rows that were read on the way
 * @param filter tells which rows are meant
 */
record Sought(Practice practice, List<Place> places, Map<LeadId, Row> known, SheetFilter filter) {

    /** Rows that a page may read, meant or not; each costs as much as eleven of the sheet's. */
    static final int READ_FOR_A_PAGE = 200;

    private static final int BATCH = 100;

    Sought {
        Map<LeadId, Place> byLead = new LinkedHashMap<>();
        places.forEach(place -> byLead.put(place.lead(), place));
        places = List.copyOf(byLead.values());
        known = Map.copyOf(known);
    }

    /** Every row that is meant, in no order. */
    List<Row> rows(LeadSheet sheet) {
        List<LeadId> ids = places.stream().map(Place::lead).toList();
        return read(sheet, ids).values().stream().filter(filter).toList();
    }

    /** How many are meant; stops behind {@code most}. */
    int count(LeadSheet sheet, int most) {
        int count = 0;
        for (int from = 0; from < places.size() && count <= most; from += BATCH) {
            List<Place> batch = places.subList(from, Math.min(from + BATCH, places.size()));
            List<LeadId> ids = batch.stream().map(Place::lead).toList();
            count += (int) read(sheet, ids).values().stream().filter(filter).count();
        }
        return count;
    }

    /**
     * A page in the order of the created date, which needs no row but those that it shows. It may
     * be short with a next one.
     */
    Answer page(LeadSheet sheet, Sort sort, int limit, @Nullable SheetPlace after) {
        List<SheetPlace> behind = behind(sort, after);
        List<Placed> placed = new ArrayList<>();
        int read = 0;
        while (read < behind.size() && placed.size() < limit && read < READ_FOR_A_PAGE) {
            List<SheetPlace> batch =
                    behind.subList(read, Math.min(read + limit - placed.size(), behind.size()));
            Map<LeadId, Row> rows = read(sheet, batch.stream().map(SheetPlace::lead).toList());
            for (SheetPlace place : batch) {
                Row row = rows.get(place.lead());
                if (row != null && filter.test(row)) {
                    placed.add(new Placed(row, place.text()));
                }
            }
            read += batch.size();
        }
        return new Answer.Page(placed, read < behind.size() ? behind.get(read - 1).text() : null);
    }

    private List<SheetPlace> behind(Sort sort, @Nullable SheetPlace after) {
        Comparator<SheetPlace> order = SheetPlace.order(sort);
        return places.stream()
                .map(place -> new SheetPlace(sort, SortableTime.of(place.created()), place.lead()))
                .filter(place -> after == null || order.compare(place, after) > 0)
                .sorted(order)
                .toList();
    }

    private Map<LeadId, Row> read(LeadSheet sheet, List<LeadId> ids) {
        List<LeadId> unread = ids.stream().filter(id -> !known.containsKey(id)).toList();
        Map<LeadId, Row> rows = new HashMap<>(known);
        rows.keySet().retainAll(ids);
        if (!unread.isEmpty()) {
            rows.putAll(sheet.rows(practice.id(), unread));
        }
        return rows;
    }
}
