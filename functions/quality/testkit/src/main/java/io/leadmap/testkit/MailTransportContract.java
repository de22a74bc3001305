package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.mail.EmailId;
import io.leadmap.ports.MailTransport;
import io.leadmap.ports.MailTransport.Handover;
import io.leadmap.ports.OutgoingMail;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What every {@link MailTransport} keeps to; {@code clinic.example} may send. */
public abstract class MailTransportContract {

    /** The transport under test. */
    protected abstract MailTransport transport();

    /** How many mails arrived that say somewhere in their raw text what is given. */
    protected abstract long arrived(String text);

    /** A mail of this id from that domain. */
    protected static OutgoingMail mail(String id, String from) {
        return new OutgoingMail(
                new EmailId(id),
                "Clinic <" + from + ">",
                null,
                "ann@patients.example",
                List.of(),
                "Welcome",
                "<p>Hello</p>",
                "Hello",
                null);
    }

    @Test
    void a_mail_is_accepted_with_an_id_and_arrives_once_under_its_own() {
        String id = "clinic-0123456789ab-3-1";
        Handover handover = transport().send(mail(id, "info@clinic.example"));
        assertThat(handover)
                .isInstanceOfSatisfying(
                        Handover.Accepted.class,
                        accepted -> assertThat(accepted.messageId()).isNotBlank());
        assertThat(arrived(id)).isEqualTo(1);
    }

    /**
     * What comes of a mail whose domain is not verified, for a service that says so as SES does.
     */
    protected Handover notVerified() {
        return new Handover.Barred(
                "domainNotVerified", "The sending domain is not verified at SES yet.");
    }

    @Test
    void a_mail_from_a_domain_that_is_not_verified_has_to_wait_for_that() {
        String id = "clinic-0123456789ab-4-1";
        assertThat(transport().send(mail(id, "info@other.example"))).isEqualTo(notVerified());
        assertThat(arrived(id)).isZero();
    }

    @Test
    void a_mail_to_no_address_is_rejected() {
        OutgoingMail mail = mail("clinic-0123456789ab-5-1", "no address");
        assertThat(transport().send(mail)).isInstanceOf(Handover.Rejected.class);
    }
}
