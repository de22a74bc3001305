package io.leadmap.pmsworker;

import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.ports.Snapshot;

import java.util.Optional;

/** What is stored next; {@link TakeSteps} does it, and looks again if somebody was faster. */
sealed interface Step {

    /** All is as it should be. */
    record Nothing() implements Step {}

    /**
     * Keeps an appointment that moves no lead.
     *
     * @param changed empty if it is stored so already
     * @param ask of a person, empty for nothing
     */
    record Keep(Optional<Snapshot> changed, Optional<ToDo> ask) implements Step {}

    /**
     * Gives a lead a command.
     *
     * @param also stored with what the lead decides, empty if the command is about no appointment
     * @param otherwise stored if the lead decides nothing, empty for nothing
     */
    record Tell(Lead lead, Command command, Optional<Snapshot> also, Optional<Snapshot> otherwise)
            implements Step {}

    /**
     * Begins a lead, unless anybody has come meanwhile who has an email, phone or patient in common
     * with it.
     *
     * @param among who was found before
     */
    record Begin(LeadId id, Command.Beginning command, LeadsOfPatient among, Snapshot also)
            implements Step {}
}
