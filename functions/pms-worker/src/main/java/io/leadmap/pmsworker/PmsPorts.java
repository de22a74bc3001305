package io.leadmap.pmsworker;

import io.leadmap.ports.Appointments;
import io.leadmap.ports.Leads;
import io.leadmap.ports.Patients;
import io.leadmap.ports.Practices;
import io.leadmap.ports.Suppressions;
import io.leadmap.ports.ToDos;

/** What appointments and leads are put together from. */
public record PmsPorts(
        Practices practices,
        Leads leads,
        Patients patients,
        Appointments appointments,
        Suppressions suppressions,
        ToDos toDos) {}
