package io.leadmap.ses;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.mail.EmailAddress;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.Mailbox;
import io.leadmap.ports.MailTransport.Handover;
import io.leadmap.ports.OutgoingMail;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.message.DefaultMessageBuilder;

import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.SendRawEmailRequest;
import software.amazon.awssdk.services.ses.model.SendRawEmailResponse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is accepted as an address can be mailed (domain section 2, Email addresses). */
class MailedAddressesProperties {

    private final List<SendRawEmailRequest> handedOver = new ArrayList<>();
    private final SesMailTransport transport = new SesMailTransport(new Ses(handedOver), "set");

    @Property(tries = 1_000)
    void whatever_is_accepted_is_written_and_handed_over_and_arrives_as_itself(
            @ForAll("names") String name,
            @ForAll("parts") String local,
            @ForAll("parts") String domain)
            throws IOException {
        Optional<EmailAddress> accepted = EmailAddress.find(local + "@" + domain + ".example");
        Assume.that(accepted.isPresent());
        Mailbox mailbox = new Mailbox(name, accepted.get());
        String address = accepted.get().mailed();

        Handover handover =
                transport.send(
                        new OutgoingMail(
                                new EmailId("clinic-0123456789ab-3-1"),
                                mailbox.mailed(),
                                mailbox.mailed(),
                                address,
                                List.of(address),
                                "Hello",
                                "<p>Hello</p>",
                                "Hello",
                                null));

        assertThat(handover).isInstanceOf(Handover.Accepted.class);
        SendRawEmailRequest request = handedOver.getLast();
        assertThat(request.source()).isEqualTo(address);
        assertThat(request.destinations()).containsExactly(address, address);
        Message read =
                new DefaultMessageBuilder()
                        .parseMessage(
                                new ByteArrayInputStream(
                                        request.rawMessage().data().asByteArray()));
        assertThat(read.getFrom())
                .singleElement()
                .satisfies(from -> {
                    assertThat(from.getAddress()).isEqualTo(address);
                    assertThat(from.getName() == null ? "" : from.getName())
                            .isEqualTo(mailbox.name());
                });
        assertThat(read.getReplyTo().flatten())
                .singleElement()
                .satisfies(to -> assertThat(to.getAddress()).isEqualTo(address));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("ab Zäß例,;:@\\\"<>()[].=?_\r\n\t\u2028\u202e\u0085'")
                .ofMaxLength(30);
    }

    @Provide
    Arbitrary<String> parts() {
        return Arbitraries.strings()
                .withChars("abcXYZ019")
                .withChars("abcXYZ019-.+_ßüé例ςﬁ'")
                .ofMinLength(1)
                .ofMaxLength(10);
    }

    /** Takes everything. */
    private record Ses(List<SendRawEmailRequest> requests) implements SesClient {

        @Override
        public SendRawEmailResponse sendRawEmail(SendRawEmailRequest request) {
            requests.add(request);
            return SendRawEmailResponse.builder().messageId("m").build();
        }

        @Override
        public String serviceName() {
            return "ses";
        }

        @Override
        public void close() {}
    }
}
