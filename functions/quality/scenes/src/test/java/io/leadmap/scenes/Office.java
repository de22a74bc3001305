package io.leadmap.scenes;

import io.leadmap.desk.Desk;
import io.leadmap.domain.decide.Command.SettleEmail.News;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.suppression.AddressState;
import io.leadmap.formintake.FindForm;
import io.leadmap.formintake.FormEndpoint;
import io.leadmap.formintake.RenderStamp;
import io.leadmap.formintake.SubmitForm;
import io.leadmap.html.OwaspHtml;
import io.leadmap.json.Json;
import io.leadmap.lambda.Endpoint;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.leadqueries.LeadReads;
import io.leadmap.leadqueries.SuppressionReads;
import io.leadmap.leads.Sweep;
import io.leadmap.leads.UnattendedWriter;
import io.leadmap.leadupdates.AddLead;
import io.leadmap.leadupdates.AddSource;
import io.leadmap.leadupdates.LeadAdditions;
import io.leadmap.leadupdates.LeadCommands;
import io.leadmap.leadupdates.LiftSuppression;
import io.leadmap.leadupdates.SuppressionLifting;
import io.leadmap.macroemail.EmailRoutes;
import io.leadmap.mail.ComposeMail;
import io.leadmap.mail.FollowUnsubscribeLink;
import io.leadmap.mail.HeedAddress;
import io.leadmap.mail.SettleMail;
import io.leadmap.mail.UnsubscribeLinks;
import io.leadmap.mailsender.MailAllowance;
import io.leadmap.mailsender.SendMail;
import io.leadmap.phones.InternationalPhones;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Deadline;
import io.leadmap.ports.Digests;
import io.leadmap.ports.MailLedger.Posted;
import io.leadmap.ports.MailTransport;
import io.leadmap.ports.OutgoingMail;
import io.leadmap.ports.Signatures;
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

    final Desk desk = new Desk(Office::calls);
    final List<OutgoingMail> arrived = new ArrayList<>();
    private final Set<LeadId> leads = new LinkedHashSet<>();
    final LiftSuppression lifting =
            new LiftSuppression(
                    desk.store.suppressions(),
                    desk.store.histories(),
                    desk.store.firstAnswers(),
                    desk.writer,
                    desk.clock);
    private final PracticeId practice = desk.practice.id();
    private final UnsubscribeLinks links =
            new UnsubscribeLinks(SIGNATURES, URI.create("https://leadmap.example"));
    private final SettleMail settle;
    private final SendMail sender;
    private final FollowUnsubscribeLink unsubscribe;
    private final Sweep sweep;

    Office() {
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
                        desk.ids,
                        desk.clock,
                        Backoff.NONE);
        unsubscribe =
                new FollowUnsubscribeLink(
                        links, desk.store.practices(), desk.store.mailLedger(), writer, others);
        sweep = new Sweep(desk.store.dueWork(), desk.store.practices(), writer, desk.clock);
        RenderStamp stamps = new RenderStamp(SIGNATURES, desk.ids);
        SubmitForm submit =
                new SubmitForm(
                        desk.store.leads(),
                        desk.store.suppressions(),
                        desk.store.firstAnswers(),
                        desk.store.formLimits(),
                        100,
                        new InternationalPhones(),
                        stamps,
                        desk.ids,
                        desk.clock,
                        Backoff.NONE);
        new FormEndpoint(new FindForm(desk.store.practices()), submit, stamps, desk.clock)
                .addTo(desk.routes);
        new EmailRoutes(
                        new EmailRoutes.Ports(
                                desk.store.leads(),
                                desk.store.histories(),
                                desk.store.mailLedger(),
                                desk.store.suppressions(),
                                desk.store.practices()),
                        desk.writer,
                        desk.answers,
                        compose,
                        new OwaspHtml(),
                        desk.pages,
                        desk.clock)
                .addTo(desk.routes);
        new SuppressionReads(desk.store.suppressions(), desk.pages).addTo(desk.routes);
        new SuppressionLifting(lifting).addTo(desk.routes);
    }

    private static List<Endpoint> calls(Desk desk) {
        InternationalPhones phones = new InternationalPhones();
        AddSource sources =
                new AddSource(
                        desk.store.practices(),
                        desk.store.firstAnswers(),
                        desk.ids,
                        desk.clock,
                        Backoff.NONE);
        AddLead add =
                new AddLead(
                        desk.writer, sources, desk.store.leads(), desk.store.patients(), desk.ids);
        return List.of(
                new LeadCommands(desk.writer, desk.answers, phones, new OwaspHtml()),
                new LeadAdditions(add, sources, desk.answers, phones),
                new LeadReads(
                        desk.store.leads(), desk.store.histories(), desk.answers, desk.pages));
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
