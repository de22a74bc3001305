package io.leadmap.local.aws;

import io.leadmap.template.Stack;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells callers apart by the access key of a signed request, which is a function's logical id. The
 * signature itself is not verified: every caller is on this machine.
 */
final class AwsCallers {

    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/,\\s]+)/");

    private final Stack stack;

    /** Knows the functions of the stack. */
    AwsCallers(Stack stack) {
        this.stack = stack;
    }

    /** Who signed the request; empty for a key that nobody here has. */
    Optional<AwsCaller> of(@Nullable String authorization) {
        Matcher matcher = CREDENTIAL.matcher(authorization == null ? "" : authorization);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String key = matcher.group(1);
        return Optional.ofNullable(stack.policies().get(key))
                .map(statements -> new AwsCaller(key, stack.account(), statements));
    }
}
