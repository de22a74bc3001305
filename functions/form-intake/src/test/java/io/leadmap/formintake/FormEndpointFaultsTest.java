package io.leadmap.formintake;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.ports.Leads;
import io.leadmap.ports.Unavailable;

import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

class FormEndpointFaultsTest {

    private static final String TIM =
            "{\"fullName\": \"Tim Cook\", \"email\": \"tim@example.com\", \"phone\": \"0400 000"
                    + " 001\"}";

    @Test
    void an_answer_of_the_store_that_was_lost_makes_no_second_lead() {
        AtomicInteger appends = new AtomicInteger();
        FormDesk desk =
                new FormDesk(leads ->
                        new Between(
                                leads,
                                () -> {},
                                () -> {
                                    if (appends.incrementAndGet() == 1) {
                                        throw new Unavailable("the answer was lost", null);
                                    }
                                }));

        assertThat(tries(desk)).isFalse();
        HttpResponse again = desk.program(TIM);

        assertThat(again.status()).isEqualTo(202);
        assertThat(desk.leads("Tim"))
                .singleElement()
                .satisfies(lead -> assertThat(desk.formsReceived(lead)).isOne());
    }

    @Test
    void two_forms_of_one_person_at_the_same_moment_make_one_lead() {
        FormDesk[] desk = new FormDesk[1];
        AtomicInteger appends = new AtomicInteger();
        desk[0] =
                new FormDesk(leads ->
                        new Between(
                                leads,
                                () -> {
                                    if (appends.incrementAndGet() == 1) {
                                        desk[0].program(
                                                TIM.replace(
                                                        "}", ", \"message\": \"the other one\"}"));
                                    }
                                },
                                () -> {}));

        assertThat(desk[0].program(TIM).status()).isEqualTo(202);

        assertThat(desk[0].leads("Tim"))
                .singleElement()
                .satisfies(lead -> assertThat(desk[0].formsReceived(lead)).isEqualTo(2));
    }

    @Test
    void the_same_form_twice_at_the_same_moment_is_one_submission() {
        FormDesk[] desk = new FormDesk[1];
        AtomicInteger appends = new AtomicInteger();
        String[] other = new String[1];
        desk[0] =
                new FormDesk(leads ->
                        new Between(
                                leads,
                                () -> {
                                    if (appends.incrementAndGet() == 1) {
                                        other[0] = desk[0].program(TIM).text();
                                    }
                                },
                                () -> {}));

        assertThat(desk[0].program(TIM).text()).isEqualTo(other[0]);
        assertThat(desk[0].leads("Tim"))
                .singleElement()
                .satisfies(lead -> assertThat(desk[0].formsReceived(lead)).isOne());
    }

    private static boolean tries(FormDesk desk) {
        try {
            return desk.program(TIM).status() == 202;
        } catch (Unavailable e) {
            return false;
        }
    }

    /** Lets something happen right before and right after each append. */
    private record Between(Leads leads, Runnable before, Runnable after) implements Leads {

        @Override
        public Optional<Lead> find(PracticeId practice, LeadId lead) {
            return leads.find(practice, lead);
        }

        @Override
        public Known known(PracticeId practice, Set<IdentityKey> keys) {
            return leads.known(practice, keys);
        }

        @Override
        public Appended append(Append append) {
            before.run();
            Appended appended = leads.append(append);
            after.run();
            return appended;
        }
    }
}
