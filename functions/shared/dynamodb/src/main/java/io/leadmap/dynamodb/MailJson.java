package io.leadmap.dynamodb;

import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.LeadMail;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.TrustingView;
import io.micronaut.json.tree.JsonNode;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a head tells of a lead's mail; a lead's own mails are named without practice and lead. */
final class MailJson {

    private static final String PENDING = "pending";
    private static final String GOT = "got";

    private MailJson() {}

    static void put(JsonObject rest, Lead lead) {
        LeadMail mail = lead.mail();
        String prefix = prefix(lead.practice(), lead.id());
        if (!mail.pending().isEmpty()) {
            rest.put(PENDING, mail.pending().entrySet(), entry -> pending(entry, prefix));
        }
        if (!mail.got().isEmpty()) {
            JsonObject got = Json.object();
            mail.got().forEach((macro, at) -> got.put(macro, at.getEpochSecond()));
            rest.put(GOT, got);
        }
    }

    private static JsonNode pending(Map.Entry<EmailId, LeadMail.Pending> entry, String prefix) {
        String id = entry.getKey().value();
        LeadMail.Pending mail = entry.getValue();
        return Json.object()
                .put("id", id.startsWith(prefix) ? id.substring(prefix.length()) : id)
                .putIfPresent("drip", mail.campaignId())
                .putIfPresent("macro", mail.macroId())
                .put("at", mail.since().getEpochSecond())
                .node();
    }

    static LeadMail read(TrustingView rest, PracticeId practice, LeadId lead) {
        String prefix = prefix(practice, lead);
        SortedMap<EmailId, LeadMail.Pending> pending = new TreeMap<>();
        for (TrustingView mail : rest.list(PENDING, mail -> mail)) {
            String id = mail.text("id");
            pending.put(
                    new EmailId(EmailId.isValid(id) ? id : prefix + id),
                    new LeadMail.Pending(
                            mail.textOrNull("drip"),
                            mail.textOrNull("macro"),
                            Instant.ofEpochSecond(mail.number("at"))));
        }
        return new LeadMail(pending, got(rest));
    }

    private static SortedMap<String, Instant> got(TrustingView rest) {
        SortedMap<String, Instant> got = new TreeMap<>();
        rest.map(GOT, TrustingView::number)
                .forEach((macro, at) -> got.put(macro, Instant.ofEpochSecond(at)));
        return got;
    }

    private static String prefix(PracticeId practice, LeadId lead) {
        return practice + "-" + lead + "-";
    }
}
