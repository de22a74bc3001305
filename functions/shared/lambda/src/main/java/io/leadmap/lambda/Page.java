package io.leadmap.lambda;

import io.leadmap.markup.Html;
import io.leadmap.markup.Html.Tag;
import io.leadmap.markup.HtmlDocument;
import io.leadmap.markup.StyleSheet;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole page of a practice, for people and without JavaScript.
 *
 * @param practice whose page it is, empty if nobody's
 */
public record Page(String title, String practice, Html content) {

    /**
     * Contrast is at least 4.5 to 1, nothing is smaller than 16 px, and every control is at least
     * 44 px high.
     */
    private static final StyleSheet STYLE =
            new StyleSheet(
                    """
                    :root{color-scheme:light dark;--ink:#1b2530;--dim:#4d5b69;--paper:#fff;--ground:#eef3f2;--line:#7d8b97;\
                    --accent:#0b6b5d;--wrong:#a4161a}
                    @media(prefers-color-scheme:dark){:root{--ink:#eef2f4;--dim:#b4c0c9;--paper:#1a2228;--ground:#10161a;\
                    --line:#8b98a3;--accent:#2f9c89;--wrong:#ff9a94}}
                    *{box-sizing:border-box}
                    body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.5 system-ui,sans-serif}
                    main{max-width:36rem;margin:0 auto;padding:2rem 1rem 3rem}
                    .card{background:var(--paper);border-radius:.75rem;padding:1.5rem;box-shadow:0 1px 4px #0003}
                    .practice{margin:0 0 .25rem;color:var(--dim);font-weight:600}
                    h1{margin:0 0 1.25rem;font-size:1.6rem;line-height:1.25}
                    .field,fieldset{margin:0 0 1.25rem}
                    fieldset{border:0;padding:0}
                    label,legend{display:block;padding:0;font-weight:600}
                    .choice{display:flex;gap:.6rem;align-items:center;min-height:2.75rem;font-weight:400}
                    .choice input{width:1.35rem;height:1.35rem;flex:none;accent-color:var(--accent)}
                    .help{margin:.1rem 0 .35rem;color:var(--dim);font-size:1rem}
                    .error{margin:.35rem 0 0;color:var(--wrong);font-weight:600}
                    .errors{border:2px solid var(--wrong);border-radius:.5rem;padding:.75rem 1rem;margin:0 0 1.25rem}
                    .errors p{margin:0;font-weight:600}
                    .errors ul{margin:.35rem 0 0;padding-left:1.2rem}
                    .errors a{color:var(--wrong)}
                    input:not([type=checkbox],[type=radio]),textarea,select{width:100%;min-height:2.75rem;padding:.55rem .7rem;\
                    font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:.4rem}
                    [aria-invalid=true]{border:2px solid var(--wrong)!important}
                    textarea{min-height:8rem;resize:vertical}
                    :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
                    button{min-height:2.9rem;padding:.6rem 1.4rem;font:inherit;font-weight:600;color:#fff;background:#0b6b5d;\
                    border:0;border-radius:.4rem;cursor:pointer}
                    button:hover{background:#08564b}
                    .away{position:absolute;left:-10000px;width:1px;height:1px;overflow:hidden}
                    footer{margin-top:1rem;color:var(--dim);font-size:1rem}
                    """);

    /** The HTML document. */
    public String render() {
        Html whose =
                practice.isEmpty() ? Html.none() : Tag.P.of(practice).with("class", "practice");
        Html card = Tag.DIV.of(whose, Tag.H1.of(title), content).with("class", "card");
        String tab = practice.isEmpty() ? title : title + " · " + practice;
        return new HtmlDocument(tab, STYLE, Tag.MAIN.of(card)).render();
    }

    /**
     * The page as an answer.
     *
     * @param framedBy web origins besides our own
     */
    public HttpResponse response(int status, List<String> framedBy) {
        return new HttpResponse(
                status, headers(framedBy), render().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Headers for a page: nothing is loaded, nothing runs, and only these sites may put it into a
     * frame.
     *
     * @param framedBy web origins besides our own
     */
    public static Map<String, String> headers(List<String> framedBy) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "text/html; charset=utf-8");
        headers.put(
                "Content-Security-Policy",
                "default-src 'none'; style-src '"
                        + STYLE.hash()
                        + "'; base-uri 'none'; frame-ancestors 'self'"
                        + (framedBy.isEmpty() ? "" : " " + String.join(" ", framedBy)));
        headers.put("X-Content-Type-Options", "nosniff");
        // Not "no-referrer": browsers would then post the form with "Origin: null", which says
        // nothing about where it comes from.
        headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.put("Cache-Control", "no-store");
        return headers;
    }
}
