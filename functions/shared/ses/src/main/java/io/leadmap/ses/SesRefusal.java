package io.leadmap.ses;

import io.leadmap.ports.MailTransport.Handover;
import io.leadmap.ports.OutgoingMail;

import software.amazon.awssdk.awscore.exception.AwsServiceException;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What SES means by a refusal: that this one mail will never do, that it is to be tried again soon,
 * or that nothing goes out before somebody has seen to the account or the domain (decision 28 in
 * infrastructure/decisions). SES says {@code MessageRejected} for the first and for the last, so
 * that its words have to be read. They name addresses and go nowhere.
 */
final class SesRefusal {

    /** What SES says of a mail that it will not take however often it is asked. */
    private static final Set<String> FINAL = Set.of("MessageRejected", "InvalidParameterValue");

    private SesRefusal() {}

    /** What stands in the way of every mail. */
    private enum Bar {
        DOMAIN_NOT_VERIFIED("domainNotVerified", "The sending domain is not verified at SES yet."),
        SANDBOX(
                "sandbox",
                "The account is in the sandbox of SES, from which mail goes to verified addresses"
                        + " only."),
        MAIL_FROM_NOT_VERIFIED(
                "mailFromNotVerified", "SES cannot read the MX record of the MAIL FROM domain."),
        ACCOUNT_PAUSED("accountPaused", "SES has paused sending for the account."),
        CONFIGURATION_PAUSED(
                "configurationPaused",
                "Sending is paused for the configuration set of this installation."),
        CONFIGURATION_MISSING(
                "configurationMissing",
                "The configuration set of this installation is missing at SES."),
        DAILY_QUOTA("dailyQuota", "The account has sent as many mails in 24 hours as SES lets it."),
        NOT_ALLOWED("notAllowed", "The account does not let this installation send mail.");

        private final String word;
        private final String found;

        Bar(String word, String found) {
            this.word = word;
            this.found = found;
        }

        Handover handover() {
            return new Handover.Barred(word, found);
        }
    }

    /** Reads an answer of SES that is no success. */
    static Handover of(AwsServiceException e, OutgoingMail mail) {
        String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
        String answer = e.statusCode() + " " + code;
        if (e.statusCode() < 400 || e.statusCode() >= 500) {
            return new Handover.Unknown(answer);
        }
        String words = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorMessage();
        String said = words == null ? "" : words.toLowerCase(Locale.ROOT);
        List<Bar> bars = bar(code, said, mail).toList();
        if (!bars.isEmpty()) {
            return bars.getFirst().handover();
        }
        return FINAL.contains(code)
                ? new Handover.Rejected(answer)
                : new Handover.NotYet("The mail service does not take it now (" + answer + ").");
    }

    /** The codes are those of SES version 1, with and without the word that some clients add. */
    private static Stream<Bar> bar(String code, String said, OutgoingMail mail) {
        return switch (code.replaceFirst("Exception$", "")) {
            case "MailFromDomainNotVerified" -> Stream.of(Bar.MAIL_FROM_NOT_VERIFIED);
            case "AccountSendingPaused" -> Stream.of(Bar.ACCOUNT_PAUSED);
            case "ConfigurationSetSendingPaused" -> Stream.of(Bar.CONFIGURATION_PAUSED);
            case "ConfigurationSetDoesNotExist" -> Stream.of(Bar.CONFIGURATION_MISSING);
            case "AccessDenied",
                    "NotAuthorized",
                    "OptInRequired",
                    "SubscriptionRequired",
                    "InvalidClientTokenId" ->
                    Stream.of(Bar.NOT_ALLOWED);
            case "Throttling" ->
                    Stream.of(Bar.DAILY_QUOTA).filter(bar -> said.contains("quota exceeded"));
            case "MessageRejected" -> rejected(said, mail);
            default -> Stream.empty();
        };
    }

    /**
     * Whether it is the sender that is not verified, or a recipient, as in the sandbox, stands in
     * the list of those that failed the check.
     */
    private static Stream<Bar> rejected(String said, OutgoingMail mail) {
        if (said.contains("not verified")) {
            boolean isSender = said.contains(lower(RawMail.address(mail.from())));
            boolean isRecipient =
                    RawMail.recipients(mail).stream().anyMatch(to -> said.contains(lower(to)));
            return Stream.of(isRecipient && !isSender ? Bar.SANDBOX : Bar.DOMAIN_NOT_VERIFIED);
        }
        boolean isPaused = said.contains("sending paused") || said.contains("sending suspended");
        return Stream.of(
                        said.contains("configuration set")
                                ? Bar.CONFIGURATION_PAUSED
                                : Bar.ACCOUNT_PAUSED)
                .filter(bar -> isPaused || said.contains("account is paused"));
    }

    private static String lower(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
