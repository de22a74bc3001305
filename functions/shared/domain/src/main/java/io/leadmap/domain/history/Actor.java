package io.leadmap.domain.history;

import io.leadmap.domain.practice.Role;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * Who did something.
 *
 * @param id the person's id; null for the lead and the system
 * @param name as shown in the history
 * @param roles what a person may do; empty for the lead and the system, not kept in the history
 */
public record Actor(Kind kind, @Nullable String id, String name, Set<Role> roles) {

    /** The person who filled in a form or answered a mail. */
    public static final Actor LEAD = new Actor(Kind.LEAD, null, "lead", Set.of());

    /** Leadmap itself: sweeps, the PMS, the mail service. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null, "system", Set.of());

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** A person of the practice; the history calls every one of them an agent. */
    public static Actor person(String id, String name, Set<Role> roles) {
        return new Actor(Kind.AGENT, id, name, roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** The three kinds of actor that the history tells apart. */
    public enum Kind {
        AGENT,
        LEAD,
        SYSTEM
    }
}
