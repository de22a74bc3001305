package io.leadmap.domain.practice;

/**
 * An administrator's pre-written message (domain section 5). A version never changes once it was
 * used; editing makes the next version.
 *
 * @param version from 1
 * @param subject with placeholders; empty for channels without one
 * @param html sanitised HTML with placeholders
 */
public record Macro(
        String id, int version, String name, Channel channel, String subject, String html) {

    /** Where it can be chosen. */
    public enum Channel {
        EMAIL,
        NOTE,
        TODO
    }
}
