package io.leadmap.leadupdates;

import io.leadmap.desk.Desk;
import io.leadmap.html.OwaspHtml;
import io.leadmap.lambda.Endpoint;
import io.leadmap.leadqueries.DuplicateReads;
import io.leadmap.leadqueries.LeadReads;
import io.leadmap.leadqueries.LeadSheetEndpoint;
import io.leadmap.leadqueries.MessageReads;
import io.leadmap.leadqueries.PracticeReads;
import io.leadmap.leadqueries.ReadLeadSheet;
import io.leadmap.leads.Duplicates;
import io.leadmap.phones.InternationalPhones;
import io.leadmap.ports.Backoff;

import java.util.List;

/** A desk where leads are changed, and read to see what was written. */
final class UpdatesDesk {

    private UpdatesDesk() {}

    static Desk open() {
        return new Desk(UpdatesDesk::calls);
    }

    private static List<Endpoint> calls(Desk desk) {
        InternationalPhones phones = new InternationalPhones();
        AddSource sources =
                new AddSource(
                        desk.store.practices(),
                        desk.store.firstAnswers(),
                        desk.ids,
                        desk.clock,
                        Backoff.NONE);
        return List.of(
                new LeadCommands(desk.writer, desk.answers, phones, new OwaspHtml()),
                new LeadAdditions(
                        new AddLead(
                                desk.writer,
                                sources,
                                desk.store.leads(),
                                desk.store.patients(),
                                desk.ids),
                        sources,
                        desk.answers,
                        phones),
                new DuplicateCommands(desk.writer, desk.answers, desk.store.leads()),
                new ToDoCommands(
                        new WriteToDos(
                                desk.store.toDos(),
                                desk.store.firstAnswers(),
                                desk.writer,
                                desk.ids,
                                desk.clock,
                                Backoff.NONE),
                        desk.store.leads(),
                        new OwaspHtml()),
                new MessageCommands(
                        new WriteMessages(
                                desk.store.messages(),
                                desk.store.firstAnswers(),
                                desk.ids,
                                desk.clock,
                                Backoff.NONE),
                        desk.store.leads(),
                        new OwaspHtml()),
                new MessageReads(desk.store.messages(), desk.pages),
                new LeadReads(desk.store.leads(), desk.store.histories(), desk.answers, desk.pages),
                new DuplicateReads(
                        desk.store.leads(),
                        new Duplicates(desk.store.leads()),
                        desk.store.leadSheet(),
                        desk.pages),
                new LeadSheetEndpoint(
                        new ReadLeadSheet(
                                desk.store.leadSheet(),
                                desk.store.leads(),
                                desk.store.nameIndex(),
                                phones),
                        desk.pages,
                        desk.clock),
                new PracticeReads(desk.store.toDos(), desk.store.practices(), desk.pages));
    }
}
