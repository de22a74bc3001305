package io.leadmap.pmsworker;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.Status;
import io.leadmap.phones.InternationalPhones;
import io.leadmap.pms.KnownProviders;
import io.leadmap.ports.Appointments;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Inbox;

import org.junit.jupiter.api.Test;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** What happens between the reads and the writes of an event's interpretation. */
class MeanwhileTest {

    private final PmsScene scene = new PmsScene().at("2026-03-01T00:00:30Z");
    private final List<LeadId> added = new ArrayList<>();

    /**
     * Both looked for the other before either was stored: the lead's own search found no
     * appointment, the event's found no lead.
     */
    @Test
    void a_lead_that_is_added_while_its_appointment_is_stored_takes_it() {
        String event = "event-meanwhile";
        scene.receive(scene.id(), event, Told.booked().json());
        PmsPorts ports = scene.ports();
        Appointments appointments =
                beforeStoring(ports.appointments(), this::addAndLookForAppointments);

        new InterpretPmsEvent(
                        new PmsPorts(
                                ports.practices(),
                                ports.leads(),
                                ports.patients(),
                                appointments,
                                ports.suppressions(),
                                ports.toDos()),
                        scene.store.inbox(),
                        new KnownProviders(),
                        new InternationalPhones(),
                        () -> "lead%022d".formatted(1000),
                        scene::now,
                        Backoff.NONE)
                .interpret(new Inbox.Key(scene.id(), "pms", event));

        assertThat(added).hasSize(1);
        assertThat(scene.lead(added.getFirst()).status()).isEqualTo(Status.BOOKED);
    }

    private void addAndLookForAppointments() {
        if (added.isEmpty()) {
            added.add(scene.addMonique());
            scene.relink(added.getFirst());
        }
    }

    private static Appointments beforeStoring(Appointments real, Runnable meanwhile) {
        InvocationHandler watched =
                (proxy, method, arguments) -> {
                    if (method.getName().equals("store")) {
                        meanwhile.run();
                    }
                    return call(() -> method.invoke(real, arguments));
                };
        Class<Appointments> port = Appointments.class;
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, watched));
    }

    private static Object call(Reflective call) throws Throwable {
        try {
            return call.make();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private interface Reflective {
        Object make() throws ReflectiveOperationException;
    }
}
