package io.leadmap.markup;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A piece of a page. Text becomes markup in one place, {@link #render}, and is always escaped
 * there: there is no way to put markup in as text. Names of attributes are checked, links lead
 * nowhere but to web pages, and a document of others is shown in a frame in which nothing runs.
 */
public sealed interface Html {

    /** Text as it is to be read. */
    record Text(String text) implements Html {}

    /** Several pieces, one after the other. */
    record Sequence(List<Html> pieces) implements Html {
        public Sequence {
            pieces = List.copyOf(pieces);
        }
    }

    /** The document's own style sheet. */
    record Style(StyleSheet sheet) implements Html {}

    /** An element with its attributes and what is in it. */
    record Element(Tag tag, Map<String, String> attributes, List<Html> content) implements Html {

        private static final Pattern ATTRIBUTE = Pattern.compile("(?!on)[a-z]+(-[a-z0-9]+)*");
        private static final Pattern LINK =
                Pattern.compile("(https?://|/(?!/)|#).*", Pattern.DOTALL);

        public Element {
            attributes = new TreeMap<>(attributes);
            content = List.copyOf(content);
            if (tag.isVoid && !content.isEmpty()) {
                throw new IllegalArgumentException(tag + " has no content");
            }
        }

        /** With an attribute; without it if the value is null. */
        public Element with(String attribute, @Nullable String value) {
            if (!ATTRIBUTE.matcher(attribute).matches()) {
                throw new IllegalArgumentException("not an attribute: " + attribute);
            }
            if (value == null) {
                return this;
            }
            boolean isLink =
                    attribute.equals("href")
                            || attribute.equals("action")
                            || attribute.equals("src");
            if (isLink && !LINK.matcher(value).matches()) {
                throw new IllegalArgumentException("not a link to a web page");
            }
            if (attribute.equals("srcdoc") && !"".equals(attributes.get("sandbox"))) {
                throw new IllegalArgumentException("what others wrote is shown in a sandbox");
            }
            Map<String, String> more = new TreeMap<>(attributes);
            more.put(attribute, value);
            return new Element(tag, more, content);
        }

        /** With an attribute that has no value, if it holds. */
        public Element when(boolean holds, String attribute) {
            return with(attribute, holds ? "" : null);
        }
    }

    /** The elements that pages here are made of. */
    enum Tag {
        HTML,
        HEAD,
        TITLE,
        META(true),
        BODY,
        MAIN,
        HEADER,
        FOOTER,
        NAV,
        SECTION,
        H1,
        H2,
        P,
        PRE,
        A,
        STRONG,
        CODE,
        TIME,
        UL,
        LI,
        TABLE,
        THEAD,
        TBODY,
        TR,
        TH,
        TD,
        DIV,
        SPAN,
        IFRAME,
        FORM,
        FIELDSET,
        LEGEND,
        LABEL,
        INPUT(true),
        TEXTAREA,
        SELECT,
        OPTION,
        BUTTON;

        private final boolean isVoid;

        Tag() {
            this(false);
        }

        Tag(boolean isVoid) {
            this.isVoid = isVoid;
        }

        /** An element of this kind with these pieces in it. */
        public Element of(Html... content) {
            return new Element(this, Map.of(), List.of(content));
        }

        /** An element of this kind with text in it. */
        public Element of(String text) {
            return of(new Text(text));
        }
    }

    /** Text as it is to be read. */
    static Html text(String text) {
        return new Text(text);
    }

    static Html all(List<? extends Html> pieces) {
        return new Sequence(List.copyOf(pieces));
    }

    /** Nothing. */
    static Html none() {
        return new Sequence(List.of());
    }

    /** The markup. */
    default String render() {
        StringBuilder to = new StringBuilder(2_000);
        render(this, to);
        return to.toString();
    }

    private static void render(Html piece, StringBuilder to) {
        switch (piece) {
            case Text(String text) -> escape(text, to);
            case Sequence(List<Html> pieces) -> pieces.forEach(p -> render(p, to));
            case Style(StyleSheet sheet) ->
                    to.append("<style>").append(sheet.css()).append("</style>");
            case Element element -> render(element, to);
        }
    }

    private static void render(Element element, StringBuilder to) {
        String name = element.tag().name().toLowerCase(Locale.ROOT);
        to.append('<').append(name);
        element.attributes()
                .forEach((attribute, value) -> {
                    to.append(' ').append(attribute).append("=\"");
                    escape(value, to);
                    to.append('"');
                });
        to.append('>');
        if (element.tag() == Tag.TEXTAREA || element.tag() == Tag.PRE) {
            // A browser drops the first line break in these, which may be the person's own.
            to.append('\n');
        }
        element.content().forEach(piece -> render(piece, to));
        if (!element.tag().isVoid) {
            to.append("</").append(name).append('>');
        }
    }

    private static void escape(String text, StringBuilder to) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> to.append("&amp;");
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                case '"' -> to.append("&quot;");
                case '\'' -> to.append("&#39;");
                case '\u0000' -> to.append('\uFFFD');
                default -> to.append(c);
            }
        }
    }
}
