package io.leadmap.domain.practice;

/** What a person of the practice may do (domain section 1, the API's roles). */
public enum Role {
    AGENT,
    PROVIDER,
    ADMINISTRATOR
}
