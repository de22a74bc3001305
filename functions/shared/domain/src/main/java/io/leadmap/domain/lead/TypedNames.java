package io.leadmap.domain.lead;

import io.leadmap.domain.text.Line;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What strangers type as a name although nobody is called that: the automatic mail to the address
 * that they name would carry it there (domain section 7: the form is no mail gun).
 */
public final class TypedNames {

    /** In characters, first and last name together. */
    public static final int LONGEST = 80;

    private static final Pattern PLAINLY_A_LINK = Pattern.compile("://|\\bwww\\.|\\bxn--");
    private static final Pattern PATH = Pattern.compile("[a-z0-9-]+\\.[a-z]{2,}/[^\\s/]");
    private static final Pattern HOST =
            Pattern.compile("([\\p{L}\\p{N}-]+)\\.(\\p{L}{2,})(?![\\p{L}\\p{N}-])");
    private static final Pattern HOST_OF_PATH = Pattern.compile(HOST.pattern() + "[/?#][^\\s/]");

    /** Nobody is called like this. */
    private static final Set<String> NEVER_NAMES =
            Set.of(
                    "com",
                    "net",
                    "org",
                    "info",
                    "biz",
                    "xyz",
                    "online",
                    "shop",
                    "store",
                    "website",
                    "site",
                    "club",
                    "click",
                    "mobi",
                    "app",
                    "icu",
                    "vip",
                    "buzz",
                    "cloud",
                    "email",
                    "agency",
                    "digital",
                    "casino",
                    "download",
                    "space",
                    "ru",
                    "cn",
                    "uk",
                    "nz",
                    "io",
                    "tk",
                    "pw",
                    "cc",
                    "tv",
                    "ws",
                    "gq",
                    "cf",
                    "рф");

    /** Some are called like this, or put it between their names: "J.de Vries", "Dr.Me", "U.Win". */
    private static final Set<String> SOMETIMES_NAMES =
            Set.of(
                    "de",
                    "me",
                    "co",
                    "us",
                    "eu",
                    "au",
                    "fr",
                    "it",
                    "es",
                    "nl",
                    "be",
                    "ch",
                    "at",
                    "pl",
                    "in",
                    "br",
                    "ca",
                    "jp",
                    "se",
                    "no",
                    "dk",
                    "fi",
                    "cz",
                    "ro",
                    "hu",
                    "gr",
                    "pt",
                    "ie",
                    "za",
                    "mx",
                    "ar",
                    "cl",
                    "tr",
                    "ir",
                    "ua",
                    "su",
                    "to",
                    "ly",
                    "gl",
                    "dev",
                    "loan",
                    "tech",
                    "gg",
                    "ai",
                    "sh",
                    "is",
                    "ml",
                    "ga",
                    "pro",
                    "top",
                    "win",
                    "link",
                    "live",
                    "life",
                    "page",
                    "fun",
                    "world",
                    "work",
                    "today",
                    "date",
                    "bid",
                    "trade",
                    "men",
                    "name",
                    "asia",
                    "news",
                    "blog",
                    "group",
                    "company",
                    "center",
                    "support",
                    "services",
                    "media",
                    "health",
                    "clinic",
                    "care",
                    "bet",
                    "poker",
                    "sale",
                    "rocks",
                    "art",
                    "ink",
                    "one",
                    "tel",
                    "travel",
                    "jobs",
                    "edu",
                    "gov",
                    "zip",
                    "mov",
                    "lol");

    /** What may stand before a name and its point. */
    private static final Set<String> TITLES =
            Set.of(
                    "dr", "mr", "ms", "st", "jr", "sr", "prof", "mrs", "miss", "rev", "sra", "srta",
                    "frau", "herr", "mme", "mlle", "dipl", "ing", "med", "phd", "hon", "capt",
                    "sgt", "col", "gen", "maj", "ste", "snr", "jnr", "msgr", "doc", "dra", "sig");

    private TypedNames() {}

    /** Tells whether a name among these is too long for one, or has a link in it. */
    public static boolean areSuspicious(Fields fields) {
        String person =
                Line.of(text(fields, FieldKey.FIRST_NAME) + " " + text(fields, FieldKey.LAST_NAME));
        return Stream.of(person, text(fields, FieldKey.NAME))
                .anyMatch(name -> name.codePointCount(0, name.length()) > LONGEST || hasLink(name));
    }

    /**
     * Tells whether a mail program would make a link of a part of this: {@code ://}, {@code www.},
     * or a host of a common top-level domain. A point between names makes none.
     */
    public static boolean hasLink(String name) {
        String plain =
                Normalizer.normalize(name, Normalizer.Form.NFKC)
                        .replaceAll("\\p{Cf}", "")
                        .replaceAll("[\u3002\uff61\u2024]", "."); // points of hosts, too
        return PLAINLY_A_LINK.matcher(plain.toLowerCase(Locale.ROOT)).find()
                || PATH.matcher(plain).find()
                || HOST_OF_PATH.matcher(plain).results().anyMatch(TypedNames::isHostOfPath)
                || HOST.matcher(plain).results().anyMatch(TypedNames::isHost);
    }

    private static boolean isHost(MatchResult host) {
        String label = host.group(1);
        String domain = host.group(2);
        String lower = domain.toLowerCase(Locale.ROOT);
        boolean isLabel = label.length() >= 3 && !TITLES.contains(label.toLowerCase(Locale.ROOT));
        boolean isWritten =
                domain.equals(lower) || host.group().equals(host.group().toUpperCase(Locale.ROOT));
        return NEVER_NAMES.contains(lower)
                || (SOMETIMES_NAMES.contains(lower) && isLabel && isWritten);
    }

    /** A path behind it tells that it is a host, however short or with whatever capitals. */
    private static boolean isHostOfPath(MatchResult host) {
        String domain = host.group(2).toLowerCase(Locale.ROOT);
        return !TITLES.contains(host.group(1).toLowerCase(Locale.ROOT))
                && (NEVER_NAMES.contains(domain) || SOMETIMES_NAMES.contains(domain));
    }

    private static String text(Fields fields, FieldKey key) {
        String text = fields.text(key);
        return text == null ? "" : text;
    }
}
