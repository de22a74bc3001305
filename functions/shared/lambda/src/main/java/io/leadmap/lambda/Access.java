package io.leadmap.lambda;

import io.leadmap.domain.practice.Role;

import java.util.Set;

/** Who may make a call (section Conventions of the API). An administrator may make every one. */
public enum Access {
    /** Every person of the practice: reads leads and reports, writes notes. */
    ANYBODY(Role.PROVIDER, Set.of(Role.AGENT, Role.PROVIDER, Role.ADMINISTRATOR)),
    /** Agents and administrators. */
    AGENTS(Role.AGENT, Set.of(Role.AGENT, Role.ADMINISTRATOR)),
    ADMINISTRATORS(Role.ADMINISTRATOR, Set.of(Role.ADMINISTRATOR));

    private final Role needed;
    private final Set<Role> allowed;

    Access(Role needed, Set<Role> allowed) {
        this.needed = needed;
        this.allowed = allowed;
    }

    /** The role to name when the caller has none of those that are allowed. */
    Role needed() {
        return needed;
    }

    boolean allows(Caller caller) {
        return caller.roles().stream().anyMatch(allowed::contains);
    }
}
