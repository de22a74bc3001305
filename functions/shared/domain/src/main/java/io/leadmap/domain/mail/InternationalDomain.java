package io.leadmap.domain.mail;

import java.net.IDN;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Domains in any script as the ASCII that the mail system knows them by (A-labels, RFC 5890). The
 * JDK follows IDNA 2003, which would send mail for a domain with ß or final ς to another one;
 * labels with these keep them, as IDNA 2008 has it.
 */
final class InternationalDomain {

    private static final Pattern DOTS = Pattern.compile("[.\\u3002\\uff0e\\uff61]");
    private static final int RULES = IDN.ALLOW_UNASSIGNED | IDN.USE_STD3_ASCII_RULES;
    private static final int LONGEST_DOMAIN = 253;
    private static final int LONGEST_LABEL = 63;

    private InternationalDomain() {}

    /** The domain in ASCII and lower case; empty if no domain is written like this. */
    static Optional<String> ascii(String domain) {
        if (domain.length() > LONGEST_DOMAIN) {
            return Optional.empty();
        }
        List<String> labels = new ArrayList<>();
        for (String label : DOTS.split(domain, -1)) {
            Optional<String> ascii = label(label);
            if (ascii.isEmpty()) {
                return Optional.empty();
            }
            labels.add(ascii.get());
        }
        return Optional.of(String.join(".", labels));
    }

    private static Optional<String> label(String label) {
        if (label.chars().allMatch(c -> c < 0x80)) {
            return Optional.of(label.toLowerCase(Locale.ROOT));
        }
        String mapped = mapped(label);
        try {
            String known =
                    IDN.toASCII(mapped.replace('ß', 's').replace('ς', 'σ'), RULES)
                            .toLowerCase(Locale.ROOT);
            if (mapped.indexOf('ß') < 0 && mapped.indexOf('ς') < 0) {
                return Optional.of(known);
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.of("xn--" + Punycode.encode(mapped))
                .filter(ascii -> ascii.length() <= LONGEST_LABEL);
    }

    /** Letter by letter: in a word, a final sigma would take the place of another. */
    private static String mapped(String label) {
        StringBuilder small = new StringBuilder();
        Normalizer.normalize(label, Normalizer.Form.NFKC)
                .codePoints()
                .map(Character::toLowerCase)
                .forEach(small::appendCodePoint);
        return Normalizer.normalize(small, Normalizer.Form.NFKC);
    }
}
