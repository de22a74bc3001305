package io.leadmap.local.aws;

import io.leadmap.template.Statement;

import java.util.List;

/**
 * Who made a call.
 *
 * @param name the access key, which is the function's logical id
 * @param account the account that its role belongs to
 * @param statements all statements of its role
 */
record AwsCaller(String name, String account, List<Statement> statements) {

    /** What AWS calls it in a refusal. */
    String arn() {
        return "arn:aws:sts::" + account + ":assumed-role/" + name + "Role/" + name;
    }

    /** What a resource policy may name as a principal. */
    String roleArn() {
        return "arn:aws:iam::" + account + ":role/" + name + "Role";
    }

    /** The whole account as a principal. */
    String rootArn() {
        return "arn:aws:iam::" + account + ":root";
    }
}
