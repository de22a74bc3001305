package io.leadmap.lambda;

/**
 * What the identity provider calls the claims that only Leadmap asks for; parameters of the stack.
 *
 * @param practice names the practice's id
 * @param roles names the roles that the token allows; a token need not have it
 */
public record ClaimNames(String practice, String roles) {

    /** Where the stack names no others. */
    public static final ClaimNames USUAL = new ClaimNames("practice", "roles");

    /** As the function's environment names them. */
    static ClaimNames of(Environment environment) {
        return new ClaimNames(
                environment.find("PRACTICE_CLAIM").orElse(USUAL.practice),
                environment.find("ROLES_CLAIM").orElse(USUAL.roles));
    }
}
