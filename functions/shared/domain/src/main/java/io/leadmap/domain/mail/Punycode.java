package io.leadmap.domain.mail;

/** Letters of all scripts in the letters, digits and dash of a domain (RFC 3492). */
final class Punycode {

    private static final int BASE = 36;
    private static final int LEAST = 1;
    private static final int MOST = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_CODE = 0x80;

    private Punycode() {}

    /** The label without its prefix {@code xn--}. */
    static String encode(String label) {
        int[] codes = label.codePoints().toArray();
        StringBuilder encoded = new StringBuilder();
        for (int code : codes) {
            if (code < FIRST_CODE) {
                encoded.append((char) code);
            }
        }
        int basic = encoded.length();
        if (basic > 0) {
            encoded.append('-');
        }
        int code = FIRST_CODE;
        int delta = 0;
        int bias = FIRST_BIAS;
        for (int done = basic; done < codes.length; delta++, code++) {
            int next = next(codes, code);
            delta += (next - code) * (done + 1);
            code = next;
            for (int each : codes) {
                if (each < code) {
                    delta++;
                } else if (each == code) {
                    append(encoded, delta, bias);
                    bias = adapted(delta, done + 1, done == basic);
                    delta = 0;
                    done++;
                }
            }
        }
        return encoded.toString();
    }

    private static int next(int[] codes, int from) {
        int next = Integer.MAX_VALUE;
        for (int code : codes) {
            if (code >= from && code < next) {
                next = code;
            }
        }
        return next;
    }

    /** A number in digits of falling weight. */
    private static void append(StringBuilder to, int number, int bias) {
        int rest = number;
        for (int k = BASE; ; k += BASE) {
            int threshold = Math.clamp(k - bias, LEAST, MOST);
            if (rest < threshold) {
                to.append(digit(rest));
                return;
            }
            to.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
            rest = (rest - threshold) / (BASE - threshold);
        }
    }

    private static int adapted(int delta, int points, boolean first) {
        int rest = first ? delta / DAMP : delta / 2;
        rest += rest / points;
        int k = 0;
        while (rest > (BASE - LEAST) * MOST / 2) {
            rest /= BASE - LEAST;
            k += BASE;
        }
        return k + (BASE - LEAST + 1) * rest / (rest + SKEW);
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }
}
