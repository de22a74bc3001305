package io.leadmap.local.http;

import static io.leadmap.local.http.LocalPage.form;
import static io.leadmap.local.http.LocalPage.link;
import static io.leadmap.local.http.LocalPage.row;
import static io.leadmap.local.http.LocalPage.section;
import static io.leadmap.local.http.LocalPage.soft;
import static io.leadmap.local.http.LocalPage.time;

import io.leadmap.local.stack.Mail;
import io.leadmap.markup.Html;
import io.leadmap.markup.Html.Tag;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The mailbox for people. */
final class MailPages {
    private MailPages() {}

    static Response list(List<Mail> mails) {
        List<Html> rows = new ArrayList<>();
        mails.forEach(mail ->
                rows.add(
                        Tag.TR.of(
                                Tag.TD.of(link("/_local/mail/" + mail.id(), subject(mail))),
                                Tag.TD.of(String.join(", ", mail.to())),
                                Tag.TD.of(time(mail.sentAt())))));
        Html head = Tag.THEAD.of(Tag.TR.of(column("Subject"), column("To"), column("Sent")));
        return LocalPage.of(
                "Mailbox",
                soft(
                        "Every mail that was handed to SES, %d in all, newest first. Nothing leaves this machine."
                                .formatted(mails.size())),
                mails.isEmpty()
                        ? Tag.SECTION.of(Tag.P.of("No mail yet."))
                        : Tag.TABLE.of(head, Tag.TBODY.of(Html.all(rows))));
    }

    /** Something to read and to click on, whatever the mail says. */
    private static String subject(Mail mail) {
        return mail.subject().isBlank() ? "(no subject)" : mail.subject();
    }

    private static Html column(String name) {
        return Tag.TH.of(name).with("scope", "col");
    }

    /** A mail, and what its recipient's server may be made to say. */
    static Response one(Mail mail, List<String> kinds) {
        List<Html> pieces = new ArrayList<>();
        pieces.add(
                soft(
                        Html.text(
                                "To %s, from %s, "
                                        .formatted(String.join(", ", mail.to()), mail.from())),
                        time(mail.sentAt())));
        String html = mail.html();
        if (html != null) {
            pieces.add(
                    Tag.IFRAME
                            .of()
                            .with("title", "The mail")
                            .with("sandbox", "")
                            .with("srcdoc", html));
        }
        String text = mail.text();
        if (text != null) {
            pieces.add(section("As text", Tag.PRE.of(text)));
        }
        pieces.add(section("What became of it", soft("Let SES report:"), reports(mail, kinds)));
        pieces.add(Tag.H2.of("Headers"));
        List<Html> headers = new ArrayList<>();
        new TreeMap<>(mail.headers())
                .forEach((name, value) -> headers.add(row(name, Html.text(value))));
        pieces.add(Tag.TABLE.of(Tag.TBODY.of(Html.all(headers))));
        return LocalPage.of(subject(mail), Html.all(pieces));
    }

    private static Html reports(Mail mail, List<String> kinds) {
        String path = "/_local/mail/%s/event".formatted(mail.id());
        List<Html> forms = new ArrayList<>();
        kinds.forEach(kind -> forms.add(form(path, button(kind, kind))));
        forms.add(
                form(
                        path,
                        Tag.INPUT
                                .of()
                                .with("type", "hidden")
                                .with("name", "bounce")
                                .with("value", "transient"),
                        button("bounced", "bounced for now")));
        return Html.all(forms);
    }

    private static Html button(String kind, String text) {
        return Tag.BUTTON.of(text).with("name", "kind").with("value", kind);
    }
}
