package io.leadmap.ses;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.mail.EmailId;
import io.leadmap.ports.MailTransport.Handover;
import io.leadmap.ports.OutgoingMail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ses.model.SesException;

import java.util.List;

/**
 * What is about the account or the domain waits, what is about one mail does not (SES Developer
 * Guide: "Amazon SES email sending errors" and "Errors related to the sending quotas").
 */
class SesRefusalTest {

    private static final String FAILED =
            "Email address is not verified. The following identities failed the check in region"
                    + " AP-SOUTHEAST-2: ";
    private static final OutgoingMail MAIL =
            new OutgoingMail(
                    new EmailId("clinic-0123456789ab-3-1"),
                    "Clinic <Info@clinic.example>",
                    null,
                    "ann@patients.example",
                    List.of("ava@clinic.example"),
                    "Welcome",
                    "<p>Hello</p>",
                    "Hello",
                    null);

    @ParameterizedTest
    @CsvSource({
        "MailFromDomainNotVerifiedException, mailFromNotVerified",
        "AccountSendingPausedException, accountPaused",
        "AccountSendingPaused, accountPaused",
        "ConfigurationSetSendingPausedException, configurationPaused",
        "ConfigurationSetDoesNotExist, configurationMissing",
        "AccessDenied, notAllowed",
        "AccessDeniedException, notAllowed",
        "InvalidClientTokenId, notAllowed",
        "OptInRequired, notAllowed"
    })
    void a_code_that_is_about_the_account_waits_for_somebody(String code, String bar) {
        assertThat(bar(answer(code, "no"))).isEqualTo(bar);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sending paused for this account. For more information, please check the inbox of"
                        + " the email address associated with your AWS account. | accountPaused",
                "Sending suspended for this account. | accountPaused",
                "Account is paused | accountPaused",
                "Sending paused for configuration set mails. | configurationPaused",
                "Email address not verified info@clinic.example | domainNotVerified",
                "Email address is not verified. | domainNotVerified"
            })
    void so_does_a_rejection_whose_words_say_so(String words, String bar) {
        assertThat(bar(answer("MessageRejected", words))).isEqualTo(bar);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Clinic <info@clinic.example>, info@clinic.example | domainNotVerified",
                "ann@patients.example | sandbox",
                "Ava@Clinic.example | sandbox",
                "ann@patients.example, info@clinic.example | domainNotVerified",
                "arn:aws:ses:ap-southeast-2:123456789012:identity/clinic.example |"
                        + " domainNotVerified"
            })
    void a_recipient_that_alone_is_not_verified_means_the_sandbox(String failed, String bar) {
        assertThat(bar(answer("MessageRejected", FAILED + failed))).isEqualTo(bar);
    }

    @Test
    void the_daily_quota_is_the_accounts_and_the_rate_passes() {
        assertThat(bar(answer("Throttling", "Daily message quota exceeded.")))
                .isEqualTo("dailyQuota");
        assertThat(bar(answer("ThrottlingException", "Daily sending quota exceeded")))
                .isEqualTo("dailyQuota");
        assertThat(answer("Throttling", "Maximum sending rate exceeded."))
                .isInstanceOf(Handover.NotYet.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MessageRejected | Address blacklisted.",
                "MessageRejected | no",
                "InvalidParameterValue | Illegal address",
                "InvalidParameterValue | Domain contains illegal character",
                "InvalidParameterValue | Message length is more than 10485760 bytes long: 10485761."
            })
    void what_is_about_this_one_mail_fails_for_good(String code, String words) {
        assertThat(answer(code, words)).isEqualTo(new Handover.Rejected("400 " + code));
    }

    @Test
    void what_nobody_knows_is_tried_again_and_no_words_of_ses_get_out() {
        assertThat(answer("SomethingNew", "about ann@patients.example"))
                .isEqualTo(
                        new Handover.NotYet(
                                "The mail service does not take it now (400 SomethingNew)."));
        assertThat(answer("MessageRejected", FAILED + "ann@patients.example").toString())
                .doesNotContain("ann");
    }

    @Test
    void an_answer_that_is_no_refusal_leaves_a_mail_uncertain() {
        assertThat(SesRefusal.of(exception(500, "InternalFailure", "no"), MAIL))
                .isEqualTo(new Handover.Unknown("500 InternalFailure"));
    }

    private static String bar(Handover handover) {
        assertThat(handover)
                .isInstanceOfSatisfying(
                        Handover.Barred.class, barred -> assertThat(barred.found()).endsWith("."));
        return ((Handover.Barred) handover).bar();
    }

    private static Handover answer(String code, String words) {
        return SesRefusal.of(exception(400, code, words), MAIL);
    }

    private static AwsServiceException exception(int status, String code, String words) {
        return SesException.builder()
                .statusCode(status)
                .awsErrorDetails(
                        AwsErrorDetails.builder().errorCode(code).errorMessage(words).build())
                .build();
    }
}
