package io.leadmap.local.http;

/** The frame of the runner's own pages: plain, readable without JavaScript, dark where wanted. */
final class LocalHtml {
    private static final String FRAME =
            """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s · Leadmap</title>
            <style>
            :root{color-scheme:light dark;--ink:#1c2430;--soft:#5b6675;--line:#d9dee6;--paper:#fff;--ground:#f5f7fa;--accent:#0b6e75}
            @media(prefers-color-scheme:dark){:root{--ink:#e8ecf2;--soft:#9aa6b5;--line:#333d4a;--paper:#1b222c;--ground:#12171e;--accent:#5cc8cf}}
            *{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
            header{background:var(--paper);border-bottom:1px solid var(--line)}
            header nav,main{max-width:62rem;margin:0 auto;padding:.9rem 1.2rem}
            nav{display:flex;gap:1.2rem;flex-wrap:wrap;align-items:baseline}nav strong{margin-right:auto;font-size:1.1rem}
            a{color:var(--accent)}a:focus-visible,button:focus-visible,input:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
            h1{font-size:1.5rem;margin:1rem 0}h2{font-size:1.1rem;margin:1.6rem 0 .5rem}
            section,article,table{background:var(--paper);border:1px solid var(--line);border-radius:.5rem}
            section,article{padding:.6rem 1.2rem 1rem;margin:1rem 0}
            table{width:100%%;border-collapse:collapse;overflow:hidden}th,td{text-align:left;padding:.45rem .8rem;border-bottom:1px solid var(--line);vertical-align:top}
            tr:last-child td{border-bottom:0}th{color:var(--soft);font-weight:600}
            code,pre{font:.9em ui-monospace,monospace;overflow-wrap:anywhere}pre{white-space:pre-wrap;margin:.5rem 0}
            small,.soft{color:var(--soft)}form{display:inline-flex;gap:.5rem;flex-wrap:wrap;margin:.2rem 0}
            button,input{font:inherit;padding:.35rem .8rem;border:1px solid var(--line);border-radius:.4rem;background:var(--paper);color:var(--ink)}
            button{cursor:pointer;border-color:var(--accent);color:var(--accent)}iframe{width:100%%;height:26rem;border:1px solid var(--line);border-radius:.4rem;background:#fff}
            </style></head><body>
            <header><nav aria-label="Leadmap"><strong>Leadmap, on this machine</strong>
            <a href="/">Start</a><a href="/_local/mail">Mailbox</a><a href="/_local/clock">Clock</a></nav></header>
            <main><h1>%s</h1>
            %s
            </main></body></html>
            """;

    private LocalHtml() {}

    /** A whole page; {@code body} is HTML, {@code title} is text. */
    static Response page(String title, String body) {
        String safe = escape(title);
        return Response.html(200, FRAME.formatted(safe, safe, body));
    }

    /** Text made safe inside elements and attributes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
