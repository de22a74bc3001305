package io.leadmap.lambda;

import io.leadmap.domain.text.Digits;
import io.leadmap.ports.Digests;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Entity tags (RFC 9110 section 8.8.3): the version of what is shown, and a digest of the whole
 * answer, which also shows what no version counts, such as the names of people (section Versions of
 * the API).
 */
public final class EntityTag {

    private static final Pattern TAG =
            Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e\\x80-\\uffff]*)\"|([0-9]{1,15})");
    private static final Pattern VERSION = Pattern.compile("([0-9]{1,15})(-.*)?");
    private static final int DIGEST = 16;

    private EntityTag() {}

    /** The tag of an answer that shows this version. */
    public static String of(long version, HttpResponse shown) {
        String digest =
                Digests.sha256(new String(shown.body(), StandardCharsets.UTF_8))
                        .substring(0, DIGEST);
        return "\"" + version + "-" + digest + "\"";
    }

    /** The answer with its tag; 304 without a body to who has just this. */
    public static HttpResponse tagged(HttpRequest request, long version, HttpResponse shown) {
        String tag = of(version, shown);
        boolean known =
                request.header("if-none-match")
                        .filter(header ->
                                header.strip().equals("*")
                                        || tags(header).stream().anyMatch(tag::equals))
                        .isPresent();
        return (known ? HttpResponse.empty(304) : shown).with("ETag", tag);
    }

    /** Tags without what makes them weak: {@code If-None-Match} compares weakly. */
    private static List<String> tags(String header) {
        List<String> tags = new ArrayList<>();
        Matcher tag = TAG.matcher(header);
        while (tag.find()) {
            tags.add("\"" + (tag.group(2) == null ? tag.group(3) : tag.group(2)) + "\"");
        }
        return tags;
    }

    /**
     * Which versions a write is for, by {@code If-Match}; empty if it cannot be read. A version may
     * come without its digest or its quotes. What is weak never matches (RFC 9110 section 13.1.1).
     */
    public static Optional<Seen> versions(String header) {
        Set<Long> versions = new LinkedHashSet<>();
        long newest = 0;
        for (String one : header.split(",", -1)) {
            Matcher tag = TAG.matcher(one.strip());
            if (!tag.matches()) {
                return Optional.empty();
            }
            Matcher version = VERSION.matcher(tag.group(2) == null ? tag.group(3) : tag.group(2));
            OptionalLong number =
                    version.matches() ? Digits.whole(version.group(1)) : OptionalLong.empty();
            if (number.isPresent()) {
                newest = Math.max(newest, number.getAsLong());
                if (tag.group(1) == null) {
                    versions.add(number.getAsLong());
                }
            }
        }
        return Optional.of(new Seen(versions, newest));
    }

    /**
     * The versions for which a write is meant.
     *
     * @param versions any of these; none matches nothing
     * @param newest the newest that the caller knows of, for telling what has changed since; 0 for
     *     none
     */
    public record Seen(Set<Long> versions, long newest) {
        public Seen {
            versions = Set.copyOf(versions);
        }
    }
}
