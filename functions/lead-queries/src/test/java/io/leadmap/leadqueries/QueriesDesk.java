package io.leadmap.leadqueries;

import io.leadmap.desk.Desk;
import io.leadmap.lambda.Endpoint;
import io.leadmap.phones.InternationalPhones;

import java.util.List;

/** A desk where a practice and its leads are read. */
final class QueriesDesk {

    private QueriesDesk() {}

    static Desk open() {
        return new Desk(QueriesDesk::calls);
    }

    private static List<Endpoint> calls(Desk desk) {
        return List.of(
                new LeadSheetEndpoint(
                        new ReadLeadSheet(
                                desk.store.leadSheet(),
                                desk.store.leads(),
                                desk.store.nameIndex(),
                                new InternationalPhones()),
                        desk.pages,
                        desk.clock),
                new TodayEndpoint(
                        new ReadToday(
                                desk.store.awaitedLeads(),
                                desk.store.leadSheet(),
                                desk.store.toDos(),
                                desk.store.messages()),
                        desk.clock),
                new MessageReads(desk.store.messages(), desk.pages),
                new HeldReads(desk.store.leadSheet(), desk.store.leads(), desk.pages),
                new SweepTrials(
                        new TrySweep(
                                desk.store.dueWork(),
                                desk.store.leads(),
                                desk.store.suppressions()),
                        desk.pages,
                        desk.clock),
                new PracticeReads(desk.store.toDos(), desk.store.practices(), desk.pages));
    }
}
