package io.leadmap.lambda;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The media types of an {@code Accept} header (RFC 9110, section 12.5.1).
 *
 * @param weights from 0 to 1 by media type or range in lower case, in the order of the header
 */
record Preferences(Map<String, Double> weights) {

    private static final Pattern WEIGHT = Pattern.compile(";\\s*q\\s*=\\s*([01](?:\\.\\d{0,3})?)");

    static Preferences of(String accept) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String part : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
            int end = part.indexOf(';');
            Matcher weight = WEIGHT.matcher(part);
            weights.putIfAbsent(
                    (end < 0 ? part : part.substring(0, end)).strip(),
                    weight.find() ? Double.parseDouble(weight.group(1)) : 1.0);
        }
        return new Preferences(weights);
    }

    /** Tells whether one is named, and not with less weight or behind the usual one. */
    boolean prefer(String mediaType, String usual) {
        Double wanted = weights.get(mediaType);
        if (wanted == null || wanted <= 0) {
            return false;
        }
        int order = Double.compare(wanted, weight(usual));
        List<String> named = new ArrayList<>(weights.keySet());
        boolean isFirst =
                !weights.containsKey(usual) || named.indexOf(mediaType) < named.indexOf(usual);
        return order > 0 || (order == 0 && isFirst);
    }

    private double weight(String mediaType) {
        String range = mediaType.replaceFirst("/.*", "/*");
        double ofRange = weights.getOrDefault(range, weights.getOrDefault("*/*", 0.0));
        return weights.getOrDefault(mediaType, ofRange);
    }
}
