package io.leadmap.application.pms;

import io.leadmap.application.Appointments;
import io.leadmap.application.Leads;
import io.leadmap.application.Patients;
import io.leadmap.application.Practices;
import io.leadmap.application.Suppressions;
import io.leadmap.application.ToDos;

/** What appointments and leads are put together from. */
public record PmsPorts(
        Practices practices,
        Leads leads,
        Patients patients,
        Appointments appointments,
        Suppressions suppressions,
        ToDos toDos) {}
