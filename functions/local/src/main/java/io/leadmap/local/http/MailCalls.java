package io.leadmap.local.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.local.aws.MailStore;
import io.leadmap.local.aws.SesEvents;
import io.leadmap.local.stack.BusListener;
import io.leadmap.local.stack.Mail;
import io.leadmap.template.MailOutcomes;

import java.util.List;
import java.util.Optional;

/** The mailbox under {@code /_local/mail}: to read, to answer for the recipients' servers. */
public final class MailCalls {
    private static final List<String> KINDS =
            List.of("delivered", "bounced", "complained", "rejected", "delayed");
    private static final String PERMANENT = "permanent";
    private static final List<String> BOUNCES = List.of(PERMANENT, "transient");

    private final MailStore mailbox;
    private final SesEvents reports;
    private final List<MailOutcomes> outcomes;
    private final BusListener bus;

    /**
     * @param reports words what SES would report
     * @param outcomes what of it reaches which bus
     */
    public MailCalls(
            MailStore mailbox, SesEvents reports, List<MailOutcomes> outcomes, BusListener bus) {
        this.mailbox = mailbox;
        this.reports = reports;
        this.outcomes = List.copyOf(outcomes);
        this.bus = bus;
    }

    /** Answers {@code /_local/mail/...}; {@code rest} is what follows, without its slash. */
    Response answer(Request request, List<String> rest) {
        String method = request.method();
        if (rest.isEmpty()) {
            return switch (method) {
                case "GET" ->
                        request.wantsHtml()
                                ? MailPages.list(mailbox.newestFirst())
                                : Response.json(200, list());
                case "DELETE" -> {
                    mailbox.empty();
                    yield Response.empty(204);
                }
                default -> Response.message(405, "GET or DELETE");
            };
        }
        Optional<Mail> mail = mailbox.find(rest.getFirst());
        if (mail.isEmpty()) {
            return Response.problem(404, "unknown-mail", "There is no mail " + rest.getFirst());
        }
        if (rest.size() == 1 && method.equals("GET")) {
            return request.wantsHtml()
                    ? MailPages.one(mail.get(), KINDS)
                    : Response.json(200, mail.get().json());
        }
        String last = rest.getLast();
        if (rest.size() == 2 && method.equals("POST") && last.equals("event")) {
            return event(request, mail.get());
        }
        if (rest.size() == 2 && method.equals("POST") && last.equals("reply")) {
            return Response.problem(
                    409,
                    "nothing-receives-mail",
                    "No resource of template.yaml receives mail yet, so a reply would reach"
                            + " nobody.");
        }
        return Response.message(404, "Not Found");
    }

    private Response event(Request request, Mail mail) {
        Body body = Body.of(request);
        String word = body.text("kind").orElse("");
        Optional<SesEvents.Kind> kind =
                SesEvents.Kind.named(word).filter(k -> KINDS.contains(word));
        if (kind.isEmpty()) {
            return Response.problem(422, "unknown-kind", "kind is one of " + KINDS);
        }
        String bounce = body.text("bounce").orElse(PERMANENT);
        if (!BOUNCES.contains(bounce)) {
            return Response.problem(422, "unknown-bounce", "bounce is one of " + BOUNCES);
        }
        Optional<ObjectNode> report =
                reports.report(
                        mail,
                        kind.get(),
                        new SesEvents.Particulars(
                                bounce.equals(PERMANENT),
                                body.text("feedbackType").orElse(null),
                                body.text("recipient").orElse(null)));
        List<MailOutcomes> takers =
                outcomes.stream()
                        .filter(o -> o.configurationSet().equals(mail.configurationSet()))
                        .filter(o -> takes(o, kind.get()))
                        .toList();
        if (report.isEmpty() || takers.isEmpty()) {
            return Response.problem(
                    409,
                    "not-reported",
                    "By template.yaml, SES reports nothing of this kind for this mail.");
        }
        takers.forEach(taker -> bus.put(taker.bus(), report.get()));
        return request.wantsHtml()
                ? Response.redirect("/_local/mail/" + mail.id())
                : Response.json(202, report.get());
    }

    private static boolean takes(MailOutcomes outcomes, SesEvents.Kind kind) {
        return outcomes.types().stream()
                .anyMatch(type -> type.equalsIgnoreCase(kind.matchingEventType()));
    }

    private ArrayNode list() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        mailbox.newestFirst().forEach(mail -> list.add(mail.json()));
        return list;
    }
}
