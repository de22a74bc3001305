package io.leadmap.runtime.mail;

import io.leadmap.application.Appointments;
import io.leadmap.application.Counts;
import io.leadmap.application.DueWork;
import io.leadmap.application.FirstAnswers;
import io.leadmap.application.FormLimits;
import io.leadmap.application.Histories;
import io.leadmap.application.Inbox;
import io.leadmap.application.LeadSheet;
import io.leadmap.application.Leads;
import io.leadmap.application.MailLedger;
import io.leadmap.application.Patients;
import io.leadmap.application.Practices;
import io.leadmap.application.Progress;
import io.leadmap.application.Signatures;
import io.leadmap.application.Store;
import io.leadmap.application.ToDos;

/** A store whose ledger a test disturbs. */
record OtherLedger(Store store, MailLedger mailLedger) implements Store {

    @Override
    public Leads leads() {
        return store.leads();
    }

    @Override
    public Histories histories() {
        return store.histories();
    }

    @Override
    public Practices practices() {
        return store.practices();
    }

    @Override
    public FirstAnswers firstAnswers() {
        return store.firstAnswers();
    }

    @Override
    public DueWork dueWork() {
        return store.dueWork();
    }

    @Override
    public ToDos toDos() {
        return store.toDos();
    }

    @Override
    public FormLimits formLimits() {
        return store.formLimits();
    }

    @Override
    public LeadSheet leadSheet() {
        return store.leadSheet();
    }

    @Override
    public Inbox inbox() {
        return store.inbox();
    }

    @Override
    public Appointments appointments() {
        return store.appointments();
    }

    @Override
    public Patients patients() {
        return store.patients();
    }

    @Override
    public Counts counts() {
        return store.counts();
    }

    @Override
    public Progress progress() {
        return store.progress();
    }

    @Override
    public Signatures signatures() {
        return store.signatures();
    }
}
