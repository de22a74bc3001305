package io.leadmap.ports;

/**
 * Everything that is kept, port by port. In production on DynamoDB, in tests of use cases in
 * memory; both pass the same contract suites.
 */
public interface Store {

    Leads leads();

    Histories histories();

    Configurations configurations();

    SignIns signIns();

    MailLedger mailLedger();

    Suppressions suppressions();

    FirstAnswers firstAnswers();

    DueWork dueWork();

    ToDos toDos();

    Messages messages();

    FormLimits formLimits();

    MailLimits mailLimits();

    LeadSheet leadSheet();

    NameIndex nameIndex();

    AwaitedLeads awaitedLeads();

    Inbox inbox();

    Appointments appointments();

    Patients patients();

    Counts counts();

    Progress progress();

    Signatures signatures();
}
