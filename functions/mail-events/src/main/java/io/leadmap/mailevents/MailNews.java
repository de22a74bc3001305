package io.leadmap.mailevents;

import io.leadmap.domain.decide.Command.SettleEmail.News;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.json.TrustingView;
import io.leadmap.lambda.BusEvent;
import io.leadmap.mail.SettleMail;
import io.leadmap.ports.MailLedger;
import io.leadmap.ports.MailTransport;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Settles mail by what SES reports of it on the bus. The mail is found by its tag; what is not
 * ours, what is only about a copy to a colleague, and what comes again changes nothing.
 */
public final class MailNews implements Consumer<BusEvent> {

    private static final Pattern TYPE = Pattern.compile("(?i)^rfc822;\\s*");

    private final MailLedger ledger;
    private final SettleMail settle;

    public MailNews(MailLedger ledger, SettleMail settle) {
        this.ledger = ledger;
        this.settle = settle;
    }

    @Override
    public void accept(BusEvent event) {
        TrustingView detail = event.detail();
        Optional<EmailId> id =
                detail.find("mail").find("tags").texts(MailTransport.MAIL_TAG).stream()
                        .filter(EmailId::isValid)
                        .map(EmailId::new)
                        .findFirst();
        id.ifPresent(mail -> settle(mail, detail));
    }

    private void settle(EmailId id, TrustingView detail) {
        switch (detail.textOrEmpty("eventType")) {
            case "Send" -> settle.sent(id);
            case "Delivery" ->
                    settle(id, detail.find("delivery").texts("recipients"), new News.Delivered());
            case "Bounce" -> {
                TrustingView bounce = detail.find("bounce");
                String reason =
                        bounce.textOrEmpty("bounceType")
                                + " "
                                + bounce.textOrEmpty("bounceSubType");
                boolean hard = bounce.textOrEmpty("bounceType").equals("Permanent");
                settle(
                        id,
                        addresses(bounce, "bouncedRecipients"),
                        new News.Bounced(hard, reason.strip()));
            }
            case "Complaint" -> {
                TrustingView complaint = detail.find("complaint");
                String type = complaint.textOrEmpty("complaintFeedbackType");
                settle(
                        id,
                        addresses(complaint, "complainedRecipients"),
                        new News.Complained(type.isBlank() ? "complaint" : type.strip()));
            }
            case "Reject" -> settle.settle(id, new News.Failed("rejected"));
            default -> {} // delayed: SES goes on trying and will report how it ended
        }
    }

    private void settle(EmailId id, List<String> recipients, News news) {
        boolean aboutTheLead =
                recipients.isEmpty()
                        || ledger.find(id)
                                .filter(posted -> names(recipients, posted.email().to()))
                                .isPresent();
        if (aboutTheLead) {
            settle.settle(id, news);
        }
    }

    private static boolean names(List<String> recipients, String address) {
        String sought = IdentityKey.normalised(address);
        return recipients.stream()
                .map(MailNews::address)
                .anyMatch(named -> IdentityKey.normalised(named).equals(sought));
    }

    /**
     * The address of a recipient, who is named as the reporting server does: bare, in angle
     * brackets, behind a name, or behind the type of the address (RFC 3464).
     */
    private static String address(String recipient) {
        int open = recipient.lastIndexOf('<');
        int close = recipient.indexOf('>', open + 1);
        String bare = open < 0 || close < 0 ? recipient : recipient.substring(open + 1, close);
        return TYPE.matcher(bare.strip()).replaceFirst("");
    }

    private static List<String> addresses(TrustingView told, String recipients) {
        return told.list(recipients, recipient -> recipient.textOrEmpty("emailAddress"));
    }
}
