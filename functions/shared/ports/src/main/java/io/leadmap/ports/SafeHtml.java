package io.leadmap.ports;

/** Makes what people write safe to show and to send (domain section 5). */
public interface SafeHtml {

    /** The text with nothing left but a small set of HTML; placeholders stay as they are. */
    String sanitise(String html);

    /**
     * The same for readers without HTML, in lines, with the addresses of links.
     *
     * @param sanitised what {@link #sanitise} lets through
     */
    String plainText(String sanitised);
}
