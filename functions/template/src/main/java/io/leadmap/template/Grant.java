package io.leadmap.template;

/**
 * The smallest thing that a policy gives: one action on one resource, and where the statement is
 * held to partitions, on one pattern of these.
 *
 * @param holder the logical id of the function or the managed policy in which it stands
 * @param action as it is written, wildcards included
 * @param resource the ARN as it is written, wildcards included
 * @param partitions a pattern of {@code dynamodb:LeadingKeys}; empty where any may be touched
 */
public record Grant(String holder, String action, String resource, String partitions) {

    /** The condition key that holds a statement to partitions of a table. */
    public static final String LEADING_KEYS = "dynamodb:LeadingKeys";

    /** {@code AppendsCommits dynamodb:PutItem table/PracticeTable *#t#*}. */
    @Override
    public String toString() {
        // arn:partition:service:region:account:resource
        String[] arn = resource.split(":", 6);
        return (holder + " " + action + " " + arn[arn.length - 1] + " " + partitions).strip();
    }
}
