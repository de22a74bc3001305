package io.leadmap.macroemail;

import io.leadmap.domain.decide.Command.SendEmail;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.macro.PlaceholderValues;
import io.leadmap.domain.macro.Placeholders;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.practice.Macro;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Settings;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.Names;
import io.leadmap.mail.ComposeMail;
import io.leadmap.mail.ComposeMail.Composed;
import io.leadmap.ports.MailLedger.Posted;
import io.leadmap.ports.OutgoingMail;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Mails and macros as the API shows them. */
final class EmailJson {

    private final ComposeMail compose;

    EmailJson(ComposeMail compose) {
        this.compose = compose;
    }

    /** A constant as the API writes it. */
    static String word(Enum<?> constant) {
        return Names.camel(constant);
    }

    /** Both bounces are shown as one; the history says which it was. */
    static String state(MailState state) {
        return word(state == MailState.SOFT_BOUNCED ? MailState.BOUNCED : state);
    }

    /** One line of a list. */
    JsonNode summary(Posted posted, MailExplanation why, Settings settings, Instant now) {
        return explained(
                        open(posted, compose.compose(posted).map(Composed::mail)),
                        why,
                        why.nextAttempt(settings, posted, now).orElse(null))
                .node();
    }

    /** A mail that is not decided yet, as a line of a list; it has no id. */
    JsonNode planned(PlannedMail mail, Practice practice, Lead lead) {
        JsonObject json =
                Json.object()
                        .put("from", compose.from(practice.id(), practice.settings().from()))
                        .put("to", lead.email())
                        .putTexts("cc", List.of())
                        .put("emailId", (String) null)
                        .put("kind", word(mail.kind()))
                        .put("state", "planned")
                        .putText("since", mail.since())
                        .put("subject", mail.subject())
                        .put("campaignId", mail.campaignId());
        return explained(json, mail.explanation(), mail.at()).node();
    }

    private static JsonObject explained(
            JsonObject json, MailExplanation why, @Nullable Instant nextAttempt) {
        return json.put(
                        "explanation",
                        why.checks(),
                        check ->
                                Json.object()
                                        .put("rule", check.rule())
                                        .put("asked", check.asked())
                                        .put("found", check.found())
                                        .put("passed", check.passed())
                                        .node())
                .put("remedy", why.remedy().orElse(null))
                .putText("nextAttemptAt", nextAttempt);
    }

    /** A mail with its text. */
    JsonNode whole(Posted posted, MailExplanation why, Settings settings, Instant now) {
        Optional<OutgoingMail> mail = compose.compose(posted).map(Composed::mail);
        JsonObject json =
                explained(
                        open(posted, mail),
                        why,
                        why.nextAttempt(settings, posted, now).orElse(null));
        mail.ifPresent(m -> json.put("html", m.html()).put("text", m.text()));
        return json.node();
    }

    /** What would be sent, and which placeholders are empty. */
    JsonNode preview(Practice practice, Lead lead, SendEmail command, Posted planned, Instant now) {
        PlaceholderValues values = PlaceholderValues.of(practice, lead, now);
        Set<String> empty = new TreeSet<>();
        empty.addAll(
                Placeholders.render(command.subject(), Placeholders.Form.SUBJECT, values).empty());
        empty.addAll(Placeholders.render(command.html(), Placeholders.Form.HTML, values).empty());
        JsonObject json = addressed(planned.email());
        compose.compose(planned)
                .map(Composed::mail)
                .ifPresent(mail ->
                        json.put("subject", mail.subject())
                                .put("html", mail.html())
                                .put("text", mail.text()));
        return json.putTexts("empty", empty).node();
    }

    static JsonNode macro(Macro macro) {
        return Json.object()
                .put("id", macro.id())
                .put("version", macro.version())
                .put("name", macro.name())
                .put("channel", word(macro.channel()))
                .put("subject", macro.subject())
                .put("html", macro.html())
                .node();
    }

    private JsonObject open(Posted posted, Optional<OutgoingMail> mail) {
        Email email = posted.email();
        return addressed(email)
                .put("emailId", email.id().value())
                .put("kind", word(email.kind()))
                .put("state", state(posted.state()))
                .putText("since", posted.since())
                .put("subject", mail.map(OutgoingMail::subject).orElse(null))
                .put("campaignId", email.campaignId());
    }

    private JsonObject addressed(Email email) {
        return Json.object()
                .put("from", compose.from(email.id().practice(), email.from()))
                .put("to", email.to())
                .putTexts("cc", email.copies());
    }
}
