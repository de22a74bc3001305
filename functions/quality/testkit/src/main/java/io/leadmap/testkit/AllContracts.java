package io.leadmap.testkit;

/** Every contract suite; a class that implements it puts its store through all of them. */
public interface AllContracts
        extends LeadsContract,
                HistoriesContract,
                ConfigurationsContract,
                SignInsContract,
                MailLedgerContract,
                SuppressionsContract,
                DueWorkContract,
                DesksContract,
                ToDosContract,
                MessagesContract,
                LeadSheetContract,
                NameIndexContract,
                AwaitedLeadsContract,
                InboxContract,
                AppointmentsContract,
                PatientsContract,
                CountsContract,
                ProgressContract {}
