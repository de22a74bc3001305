package io.leadmap.conformance;

import java.util.List;

/** What some reader somewhere trips over, by where it stands in a request. */
final class Nonsense {

    /** Keys of custom fields, of every kind that the practice has, and of none. */
    static final List<String> CUSTOM_FIELDS =
            List.of("referral", "insurance", "injury", "injured-on", "weight", "shoe", "", "a.b");

    private static final String DEEP = "[".repeat(200) + "]".repeat(200);

    /** JSON values, as they are written. */
    static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "-1",
                    "0",
                    "1e400",
                    "-1E+1000000000",
                    "0.1e-999999999",
                    "9".repeat(59),
                    "9".repeat(400),
                    "\"\"",
                    "\" \"",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "\"\\u202e\\ufeff\"",
                    "[]",
                    "{}",
                    DEEP,
                    "[null]",
                    "[1,\"a\"]",
                    "{\"a\":{\"b\":[{}]}}",
                    "\"" + "x".repeat(30_000) + "\"",
                    "[" + "\"a\",".repeat(5_000) + "\"a\"]",
                    "\"2026-02-30\"",
                    "\"9999-99-99T99:99:99Z\"",
                    "\"+999999999-12-31T23:59:59Z\"",
                    "\"-999999999-01-01\"",
                    "\"2026-02-27T09:30:00+25:00\"",
                    "\"0444 444 444\"",
                    "\"+\"",
                    "\"a@b\"",
                    "\"{{nonsense}}\"",
                    "\"{{{{}}}}\"",
                    "\"<script>x()</script>\"",
                    "\"=cmd()\"",
                    "\"none\"",
                    "\"me\"",
                    "\"\\r\\n.\\r\\n\"",
                    "\"' OR 1=1 --\"",
                    "\"\uD83D\uDE00\"",
                    "NaN",
                    "undefined",
                    "'a'",
                    "\"");

    /** Values of query parameters, encoded. */
    static final List<String> QUERY_VALUES =
            List.of(
                    "",
                    "-1",
                    "0",
                    "201",
                    "99999999999999999999",
                    "1e3",
                    "%00",
                    "%zz",
                    "%ff%fe",
                    "%",
                    "+",
                    "2026-02-30",
                    "0000-00-00",
                    "2999-12-31",
                    "9999-12-31",
                    "1900-01-01",
                    "-999999999-01-01",
                    "lastWeek",
                    "none",
                    "me",
                    ",,,",
                    "CREATED,ASLEEP",
                    "AAAA",
                    "a".repeat(3_000),
                    "%F0%9F%98%80".repeat(120),
                    "true",
                    "null",
                    "createdAt",
                    "-",
                    "2026-02-27T09:30:00",
                    "2026-02-27T09:30:00%2B11:00",
                    "..%2f..%2f");

    /** Values of path parameters. */
    static final List<String> PATHS =
            List.of(
                    "",
                    "-",
                    "null",
                    "..",
                    "%2e%2e",
                    "a".repeat(5_000),
                    "\u0000",
                    "\uD83D\uDE00",
                    "' OR 1=1 --",
                    "{id}",
                    "brightwater-",
                    "-enquiry",
                    "a-b-c",
                    "brightwater-pms",
                    "01kjf6xze08adp4wm4720bz8z8",
                    "A",
                    "settings",
                    "lost",
                    " ");

    /** Content types, known and not. */
    static final List<String> CONTENT_TYPES =
            List.of(
                    "application/json",
                    "application/json; charset=utf-16",
                    "application/json;",
                    "APPLICATION/JSON",
                    "text/plain",
                    "",
                    "multipart/form-data",
                    "multipart/form-data; boundary=x",
                    "multipart/form-data; boundary=",
                    "application/x-www-form-urlencoded",
                    "a/b; c=d; c=e",
                    ";;;=,",
                    "application/merge-patch+json");

    /** Names of headers. */
    static final List<String> HEADERS =
            List.of(
                    "if-match",
                    "if-none-match",
                    "idempotency-key",
                    "accept",
                    "origin",
                    "host",
                    "x-odd",
                    "content-length");

    /** Values of any of them. */
    static final List<String> HEADER_VALUES =
            List.of(
                    "",
                    "*",
                    "\"1\"",
                    "W/\"1\"",
                    "\"999999999999999999\"",
                    "\u00e4\u00f6",
                    "x".repeat(300),
                    "text/csv",
                    "application/json",
                    "null",
                    "https://www.brightwater.example",
                    "https://evil.example",
                    "\u0000");

    private Nonsense() {}
}
