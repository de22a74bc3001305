package io.leadmap.runtime.mail;

import io.leadmap.application.Backoff;
import io.leadmap.application.Deadline;
import io.leadmap.application.Digests;
import io.leadmap.application.MailLedger.Posted;
import io.leadmap.application.MailTransport;
import io.leadmap.application.OutgoingMail;
import io.leadmap.application.Signatures;
import io.leadmap.application.form.FindForm;
import io.leadmap.application.form.RenderStamp;
import io.leadmap.application.form.SubmitForm;
import io.leadmap.application.json.Json;
import io.leadmap.application.lead.Duplicates;
import io.leadmap.application.lead.LeadWriter;
import io.leadmap.application.lead.UnattendedWriter;
import io.leadmap.application.mail.ComposeMail;
import io.leadmap.application.mail.FollowUnsubscribeLink;
import io.leadmap.application.mail.HeedAddress;
import io.leadmap.application.mail.LiftSuppression;
import io.leadmap.application.mail.MailAllowance;
import io.leadmap.application.mail.SendMail;
import io.leadmap.application.mail.SettleMail;
import io.leadmap.application.mail.UnsubscribeLinks;
import io.leadmap.application.sweep.Sweep;
import io.leadmap.domain.decide.Command.SettleEmail.News;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.suppression.AddressState;
import io.leadmap.html.OwaspHtml;
import io.leadmap.phones.InternationalPhones;
import io.leadmap.runtime.Cursors;
import io.leadmap.runtime.GrowingIds;
import io.leadmap.runtime.HttpResponse;
import io.leadmap.runtime.Pages;
import io.leadmap.runtime.form.FormEndpoint;
import io.leadmap.runtime.lead.Desk;
import io.leadmap.runtime.lead.LeadAnswers;
import io.leadmap.runtime.suppression.SuppressionLifting;
import io.leadmap.runtime.suppression.SuppressionReads;
import io.micronaut.json.tree.JsonNode;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A practice with its forms, its people's calls, and its mail, over one store. */
final class Office {

    static final String TIM = "tim@example.com";

    private static final Signatures SIGNATURES =
            (practice, purpose, message) ->
                    HexFormat.of().parseHex(Digests.sha256(practice + purpose + message));

    final Desk desk = new Desk();
    final List<OutgoingMail> arrived = new ArrayList<>();
    private final Set<LeadId> leads = new LinkedHashSet<>();
    final LeadWriter leadWriter =
            new LeadWriter(
                    desk.store.leads(),
                    desk.store.histories(),
                    desk.store.firstAnswers(),
                    desk.store.suppressions(),
                    desk.clock,
                    Backoff.NONE);
    final LiftSuppression lifting =
            new LiftSuppression(
                    desk.store.suppressions(),
                    desk.store.histories(),
                    desk.store.firstAnswers(),
                    leadWriter,
                    desk.clock);
    private final PracticeId practice = desk.practice.id();
    private final UnsubscribeLinks links =
            new UnsubscribeLinks(SIGNATURES, URI.create("https://leadmap.example"));
    private final SettleMail settle;
    private final SendMail sender;
    private final FollowUnsubscribeLink unsubscribe;
    private final Sweep sweep;

    Office() {
        GrowingIds ids = new GrowingIds(desk.clock);
        UnattendedWriter writer =
                new UnattendedWriter(
                        desk.store.leads(),
                        desk.store.practices(),
                        desk.store.suppressions(),
                        desk.clock,
                        Backoff.NONE);
        ComposeMail compose =
                new ComposeMail(desk.store.practices(), links, new OwaspHtml(), "mail.example");
        HeedAddress others = new HeedAddress(desk.store.leads(), writer);
        settle = new SettleMail(desk.store.mailLedger(), writer, compose, others, desk.clock);
        sender =
                new SendMail(
                        desk.store.mailLedger(),
                        desk.store.suppressions(),
                        writer,
                        compose,
                        this::arrives,
                        settle,
                        new MailAllowance(desk.store.mailLimits()),
                        ids,
                        desk.clock,
                        Backoff.NONE);
        unsubscribe =
                new FollowUnsubscribeLink(
                        links, desk.store.practices(), desk.store.mailLedger(), writer, others);
        sweep = new Sweep(desk.store.dueWork(), desk.store.practices(), writer, desk.clock);
        RenderStamp stamps = new RenderStamp(SIGNATURES, ids);
        SubmitForm submit =
                new SubmitForm(
                        desk.store.leads(),
                        desk.store.suppressions(),
                        desk.store.firstAnswers(),
                        desk.store.formLimits(),
                        100,
                        new InternationalPhones(),
                        stamps,
                        ids,
                        desk.clock,
                        Backoff.NONE);
        new FormEndpoint(new FindForm(desk.store.practices()), submit, stamps, desk.clock)
                .addTo(desk.routes);
        Pages pages = new Pages(new Cursors(SIGNATURES));
        LeadAnswers answers =
                new LeadAnswers(
                        desk.store.practices(), new Duplicates(desk.store.leads()), desk.clock);
        new EmailRoutes(
                        new EmailRoutes.Ports(
                                desk.store.leads(),
                                desk.store.histories(),
                                desk.store.mailLedger(),
                                desk.store.suppressions(),
                                desk.store.practices()),
                        leadWriter,
                        answers,
                        compose,
                        new OwaspHtml(),
                        pages,
                        desk.clock)
                .addTo(desk.routes);
        new SuppressionReads(desk.store.suppressions(), pages).addTo(desk.routes);
        new SuppressionLifting(lifting).addTo(desk.routes);
    }

    private MailTransport.Handover arrives(OutgoingMail mail) {
        arrived.add(mail);
        return new MailTransport.Handover.Accepted("ses-" + arrived.size());
    }

    /** Somebody sends the enquiry form; later than the time for which the same again is one. */
    LeadId asks(String name, String email, boolean consent) {
        desk.clock.advance(Duration.ofMinutes(11));
        Set<LeadId> before = holders(email);
        String body =
                """
                {"fullName": "%s", "email": "%s", "phone": "0444 444 444"%s}\
                """
                        .formatted(name, email, consent ? ", \"consent\": \"yes\"" : "");
        HttpResponse answer =
                desk.call("nobody", "[]", "POST", "/forms/brightwater-enquiry", body, Map.of());
        if (answer.status() != 202) {
            throw new AssertionError(answer.text());
        }
        LeadId lead =
                holders(email).stream()
                        .filter(holder -> !before.contains(holder))
                        .findFirst()
                        .orElseGet(() -> holders(email).iterator().next());
        leads.add(lead);
        return lead;
    }

    /** The leads that have an address now, the last one first. */
    private Set<LeadId> holders(String email) {
        IdentityKey key = new IdentityKey.ByEmail(normalised(email));
        return new LinkedHashSet<>(
                desk.store.leads().sharing(practice, Set.of(key)).values().stream()
                        .flatMap(sharing -> sharing.leads().reversed().stream())
                        .toList());
    }

    /** An agent's call. */
    HttpResponse agent(String method, String path, String body) {
        return desk.call("ava", "[agent]", method, path, body, Map.of());
    }

    /** An administrator's call. */
    HttpResponse administrator(String method, String path, String body) {
        return desk.call("mei", "[agent administrator]", method, path, body, Map.of());
    }

    /** An agent adds a lead with this address. */
    LeadId adds(String email) {
        HttpResponse added =
                agent(
                        "POST",
                        "/leads",
                        "{\"firstName\":\"Tom\",\"phone\":\"0455 555 555\",\"email\":\""
                                + email
                                + "\"}");
        LeadId lead = new LeadId(text(json(added), "id"));
        leads.add(lead);
        return lead;
    }

    void loses(LeadId lead) {
        agent(
                "POST",
                "/leads/" + lead + "/status",
                "{\"status\":\"LOST\",\"lossReason\":\"notInterested\"}");
    }

    HttpResponse edits(LeadId lead, String email) {
        return agent("PATCH", "/leads/" + lead, "{\"email\":\"" + email + "\"}");
    }

    JsonNode record(LeadId lead) {
        return json(agent("GET", "/leads/" + lead, ""));
    }

    Lead lead(LeadId lead) {
        return desk.store.leads().find(practice, lead).orElseThrow();
    }

    <E extends Entry> List<E> history(LeadId lead, Class<E> type) {
        return desk.store.histories().read(practice, lead).stream()
                .flatMap(commit -> commit.entries().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The lead's mail of this kind; the last one. */
    Posted mail(LeadId lead, Email.Kind kind) {
        return desk.store.mailLedger().ofLead(practice, lead).stream()
                .filter(posted -> posted.email().kind() == kind)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    /** Everything that waits is sent, or not. */
    void sends(LeadId lead) {
        desk.store.mailLedger().ofLead(practice, lead).stream()
                .filter(posted -> posted.email().kind() != Email.Kind.NOTICE)
                .forEach(posted -> sender.send(posted.email().id()));
    }

    /** Days pass, drips go on, and what waits is sent when it may go out. */
    void passes(int days) {
        for (int quarter = 0; quarter < 4 * days; quarter++) {
            desk.clock.advance(Duration.ofHours(6));
            sweep.run(Sweep.Kind.DRIP, "test", Deadline.NONE);
            leads.forEach(this::sends);
        }
    }

    void tells(EmailId mail, News news) {
        settle.settle(mail, news);
    }

    /** The link in the lead's mail of this kind is used. */
    void unsubscribes(LeadId lead, Email.Kind kind) {
        String link = links.link(mail(lead, kind).email().id()).getPath();
        unsubscribe.unsubscribe(link.substring("/unsubscribe/".length()));
    }

    AddressState address(String email) {
        String address = normalised(email);
        return desk.store.suppressions().of(practice, Set.of(address)).of(address);
    }

    /** What administrators see. */
    List<JsonNode> listed(String query) {
        List<JsonNode> items = new ArrayList<>();
        json(administrator("GET", "/suppressions" + query, ""))
                .get("items")
                .values()
                .forEach(items::add);
        return items;
    }

    HttpResponse lifts(String id, String reason) {
        return administrator("DELETE", "/suppressions/" + id, "{\"reason\":\"" + reason + "\"}");
    }

    private static String normalised(String email) {
        return IdentityKey.normalised(email);
    }

    static JsonNode json(HttpResponse response) {
        try {
            return Json.read(response.body());
        } catch (Json.Malformed e) {
            throw new AssertionError(response.text(), e);
        }
    }

    static String text(JsonNode node, String name) {
        JsonNode member = node.get(name);
        if (member == null || !member.isString()) {
            throw new AssertionError(name + " in " + Json.text(node));
        }
        return member.getStringValue();
    }
}
