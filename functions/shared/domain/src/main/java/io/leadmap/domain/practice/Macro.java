package io.leadmap.domain.practice;

import io.leadmap.domain.text.Line;
import io.leadmap.domain.text.Prose;

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

    public Macro {
        name = Line.of(name);
        subject = Line.of(subject);
        html = Prose.of(html);
    }

    /** Where it can be chosen. */
    public enum Channel {
        EMAIL,
        NOTE,
        TODO
    }
}
