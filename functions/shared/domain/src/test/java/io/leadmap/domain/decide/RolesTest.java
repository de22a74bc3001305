package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.domain.Story;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.Role;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/**
 * What roles allow: providers may only note, administrators alone leave INVOICED and reopen tracks.
 */
class RolesTest {

    private static final Refusal AGENT_NEEDED = new Refusal.RoleNeeded(Role.AGENT);

    @Test
    void a_provider_writes_notes_and_nothing_else() {
        Story story = Story.ofMonique().by(Story.RUTH);
        for (Command command :
                List.<Command>of(
                        Story.edit("comment", "x"),
                        Story.to(Status.CONTACTED),
                        new Command.ChangeOwner("noah"),
                        Story.called(ContactEntry.CallLogged.Outcome.REACHED),
                        new Command.SendEmail("a", "b", null, List.of(), true),
                        new Command.EnrolDrip("care"),
                        new Command.ChangeMap("treat"))) {
            assertThat(story.refused(command)).isEqualTo(AGENT_NEEDED);
        }
        story.then(new Command.AddNote("<p>seen</p>", null));
    }

    @Test
    void a_provider_adds_no_lead() {
        assertThat(new Story().by(Story.RUTH).refusedToBegin(Story.add(Story.monique())))
                .isEqualTo(AGENT_NEEDED);
    }

    @Test
    void somebody_without_a_role_does_nothing() {
        Story story = Story.ofMonique().by(Actor.person("x", "X", Set.of()));
        assertThat(story.refused(new Command.AddNote("<p>x</p>", null))).isEqualTo(AGENT_NEEDED);
    }

    @Test
    void an_administrator_needs_no_other_role() {
        Story.ofMonique().by(Story.MEI).then(Story.to(Status.CONTACTED));
    }

    @Test
    void reopening_a_track_needs_an_administrator() {
        assertThat(Story.ofEnquiry().refused(new Command.ReopenTrack("consult")))
                .isEqualTo(new Refusal.RoleNeeded(Role.ADMINISTRATOR));
    }

    @Test
    void a_lead_begins_once() {
        assertThatThrownBy(() -> Story.ofMonique().decide(Story.add(Story.monique())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
