package io.leadmap.mail;

import io.leadmap.domain.macro.PlaceholderValues;
import io.leadmap.domain.macro.Placeholders;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailAddress;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.practice.Macro;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Digests;
import io.leadmap.ports.MailLedger.Posted;
import io.leadmap.ports.OutgoingMail;
import io.leadmap.ports.Practices;
import io.leadmap.ports.SafeHtml;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the final text of a mail that was decided. The same mail always gets the same text: it
 * comes from the macro's immutable version, the values that were kept with the mail, and a link
 * that never changes.
 */
public final class ComposeMail {

    private final Practices practices;
    private final UnsubscribeLinks links;
    private final SafeHtml safe;
    private final EmailAddress ofDomain;

    /**
     * @param sendingDomain the only domain that the mail service lets us send from
     */
    public ComposeMail(
            Practices practices, UnsubscribeLinks links, SafeHtml safe, String sendingDomain) {
        this.practices = practices;
        this.links = links;
        this.safe = safe;
        this.ofDomain =
                EmailAddress.find("practice@" + sendingDomain)
                        .orElseThrow(() -> new IllegalArgumentException("no domain to send from"));
    }

    /**
     * A mail ready to be sent.
     *
     * @param textHash SHA-256 of subject and HTML, hexadecimal; the history keeps it
     */
    public record Composed(OutgoingMail mail, String textHash) {}

    /** Empty if the macro that it was decided with is gone, which no configuration allows. */
    public Optional<Composed> compose(Posted posted) {
        EmailId id = posted.email().id();
        return practices
                .find(id.practice(), posted.configuration())
                .flatMap(practice ->
                        text(practice, posted.email())
                                .map(text -> finish(practice, posted.email(), text)));
    }

    /**
     * What a mail says, for another mail to say it again: with all that was decided, and the
     * unsubscribe link still open, which is each mail's own. Empty as for {@link #compose}.
     */
    public Optional<Email.Text.Written> written(Posted posted) {
        return switch (posted.email().text()) {
            case Email.Text.Written written -> Optional.of(written);
            case Email.Text.OfMacro(String macroId, int version, Map<String, String> values) ->
                    practices
                            .find(posted.email().id().practice(), posted.configuration())
                            .flatMap(practice -> practice.macro(macroId))
                            .filter(macro -> macro.version() == version)
                            .map(macro ->
                                    new Email.Text.Written(
                                            subject(macro, values), open(macro, values)));
        };
    }

    private static String open(Macro macro, Map<String, String> values) {
        PlaceholderValues all =
                PlaceholderValues.decided(values)
                        .with(
                                Placeholders.UNSUBSCRIBE_LINK,
                                "{{" + Placeholders.UNSUBSCRIBE_LINK + "}}");
        return Placeholders.render(macro.html(), Placeholders.Form.HTML, all).text();
    }

    /**
     * Who a mail comes from, as its recipient will see it.
     *
     * @param from what the practice's settings or a mail that was decided say
     */
    public String from(PracticeId practice, String from) {
        return Sender.of(practice, from, null, ofDomain).from().mailed();
    }

    private record Text(String subject, String html) {}

    private Optional<Text> text(Practice practice, Email email) {
        return switch (email.text()) {
            case Email.Text.Written(String subject, String html) ->
                    Optional.of(new Text(subject, resolve(html, Map.of(), email)));
            case Email.Text.OfMacro(String macroId, int version, Map<String, String> values) ->
                    practice.macro(macroId)
                            .filter(macro -> macro.version() == version)
                            .map(macro ->
                                    new Text(
                                            subject(macro, values),
                                            resolve(macro.html(), values, email)));
        };
    }

    private static String subject(Macro macro, Map<String, String> values) {
        return Placeholders.render(
                        macro.subject(),
                        Placeholders.Form.SUBJECT,
                        PlaceholderValues.decided(values))
                .text();
    }

    private String resolve(String html, Map<String, String> values, Email email) {
        PlaceholderValues all =
                PlaceholderValues.decided(values)
                        .with(Placeholders.UNSUBSCRIBE_LINK, link(email).toString());
        return safe.sanitise(Placeholders.render(html, Placeholders.Form.HTML, all).text());
    }

    private Composed finish(Practice practice, Email email, Text text) {
        boolean marketing = email.kind().isMarketing();
        Sender sender = Sender.of(email.id().practice(), email.from(), email.replyTo(), ofDomain);
        String html = marketing ? text.html() + footer(practice, email) : text.html();
        OutgoingMail mail =
                new OutgoingMail(
                        email.id(),
                        sender.from().mailed(),
                        sender.replyTo() == null ? null : sender.replyTo().mailed(),
                        mailed(email.to()),
                        email.copies().stream().map(ComposeMail::mailed).toList(),
                        text.subject(),
                        "<!doctype html>\n<html><head><meta charset=\"utf-8\"></head><body>"
                                + html
                                + "</body></html>\n",
                        safe.plainText(html),
                        marketing ? link(email) : null);
        return new Composed(mail, Digests.sha256(text.subject() + "\n" + html));
    }

    /** What was stored before it was known to be no address goes as it is, and is refused. */
    private static String mailed(String address) {
        return EmailAddress.find(address).map(EmailAddress::mailed).orElse(address);
    }

    /** Marketing mail says who sends it and how to end it (domain section 7). */
    private String footer(Practice practice, Email email) {
        Map<String, String> values =
                Map.of(
                        "practice.address",
                        practice.settings().postalAddress(),
                        Placeholders.UNSUBSCRIBE_LINK,
                        link(email).toString());
        String footer =
                "<hr><p>{{practice.address}}<br><a"
                        + " href=\"{{unsubscribeLink}}\">Unsubscribe</a></p>";
        return safe.sanitise(
                Placeholders.render(
                                footer, Placeholders.Form.HTML, PlaceholderValues.decided(values))
                        .text());
    }

    private URI link(Email email) {
        return links.link(email.id());
    }
}
