package io.leadmap.conformance;

import io.leadmap.aws.AwsClients;
import io.leadmap.aws.AwsEnvironment;
import io.leadmap.domain.decide.Command.SettleEmail;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.dynamodb.DynamoStore;
import io.leadmap.kms.KmsKeyService;
import io.leadmap.leads.UnattendedWriter;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Invocation;
import io.leadmap.ports.MailLedger.Posted;
import io.leadmap.practice.ConfiguredPractices;

import java.time.InstantSource;

/** Leaves a mail as the sender leaves it when the mail service's answer was lost. */
final class LostAnswer {

    private LostAnswer() {}

    static void of(String mail, InstantSource clock) {
        AwsClients aws = new AwsClients(new AwsEnvironment(Deployment.environment("MailSender")));
        DynamoStore store =
                DynamoStore.of(aws, KmsKeyService.of(aws), clock, Backoff.NONE, new Invocation());
        EmailId id = new EmailId(mail);
        Posted posted = store.mailLedger().find(id).orElseThrow();
        new UnattendedWriter(
                        store.leads(),
                        new ConfiguredPractices(store.configurations()),
                        store.suppressions(),
                        clock,
                        Backoff.NONE)
                .write(
                        id.practice(),
                        id.lead(),
                        Actor.SYSTEM,
                        new Cause(Cause.Kind.SWEEP, "test"),
                        new SettleEmail(
                                id,
                                posted.email().to(),
                                posted.standing(),
                                new SettleEmail.News.Uncertain("time-out")));
    }
}
