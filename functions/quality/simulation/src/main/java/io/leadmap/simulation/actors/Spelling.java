package io.leadmap.simulation.actors;

import java.text.Normalizer;
import java.util.Locale;

/** How somebody spells themselves in a form. */
public enum Spelling {
    PLAIN(""),
    SHOUTED(" in capitals"),
    SPACED(" with spaces"),
    /** Letters and their accents apart, and the phone with its country. */
    DECOMPOSED(" with accents apart"),
    WITHOUT_PHONE(" without a phone"),
    WITHOUT_EMAIL(" without an email"),
    /** Suspected spam. */
    LINKED(" with a link for a name"),
    /** Refused. */
    MISTYPED(" with a phone that lacks digits");

    private final String words;

    Spelling(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    String name(Stranger of) {
        String name = of.firstName() + " " + of.lastName();
        return switch (this) {
            case SHOUTED -> name.toUpperCase(Locale.ROOT);
            case SPACED -> "  " + name.replace(" ", "\u00a0 ") + " ";
            case DECOMPOSED -> Normalizer.normalize(name, Normalizer.Form.NFD);
            case LINKED -> "Win www.example.com";
            case PLAIN, WITHOUT_PHONE, WITHOUT_EMAIL, MISTYPED -> name;
        };
    }

    String email(Stranger of, String practice) {
        String email = of.email(practice);
        return switch (this) {
            case SHOUTED -> email.toUpperCase(Locale.ROOT);
            case SPACED -> " " + email + " ";
            case WITHOUT_EMAIL -> "";
            case PLAIN, DECOMPOSED, WITHOUT_PHONE, LINKED, MISTYPED -> email;
        };
    }

    String phone(Stranger of) {
        String phone = of.phone();
        return switch (this) {
            case SPACED -> phone.replace(" ", "-");
            case DECOMPOSED -> "+61" + phone.substring(1);
            case WITHOUT_PHONE -> "";
            case MISTYPED -> "0491 57";
            case PLAIN, SHOUTED, WITHOUT_EMAIL, LINKED -> phone;
        };
    }
}
