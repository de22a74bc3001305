package io.leadmap.dynamodb;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.today.Awaits;
import io.leadmap.json.TrustingView;
import io.leadmap.ports.AwaitedLeads;
import io.leadmap.ports.LeadSheet.Row;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Leads that wait: one query of their index, then the heads that it names. */
final class DynamoAwaitedLeads implements AwaitedLeads {

    private final Table leads;
    private final TodayIndex index;
    private final DynamoLeadSheet sheet;

    DynamoAwaitedLeads(Table leads, DynamoLeadSheet sheet) {
        this.leads = leads;
        this.sheet = sheet;
        index = new TodayIndex(leads);
    }

    @Override
    public Page read(
            PracticeId practice,
            Awaits what,
            @Nullable String whose,
            boolean newestFirst,
            int limit) {
        List<LeadId> found = index.first(practice, what, whose, newestFirst, limit + 1);
        Comparator<Waiting> oldestFirst = Comparator.comparing(Waiting::since);
        List<Keys.Key> heads =
                found.stream().limit(limit).map(lead -> Keys.head(practice, lead)).toList();
        List<Waiting> waiting =
                leads.getAll(heads).stream()
                        .map(head -> waiting(practice, head, what, whose))
                        .flatMap(Optional::stream) // a lead may have moved on behind the index
                        .sorted(newestFirst ? oldestFirst.reversed() : oldestFirst)
                        .toList();
        return new Page(waiting, found.size() > limit);
    }

    private Optional<Waiting> waiting(
            PracticeId practice, Item head, Awaits what, @Nullable String whose) {
        Row row = sheet.row(practice, head);
        TrustingView rest = LeadReader.tree(head.text(HeadItem.REST));
        return Waiting.of(
                row,
                head.number(HeadItem.VERSION),
                HeadItem.rest(practice, row.id(), rest).attempts(row.attempts()),
                what,
                whose);
    }
}
