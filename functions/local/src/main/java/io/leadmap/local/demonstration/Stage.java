package io.leadmap.local.demonstration;

import java.time.Instant;
import java.util.Map;

/** Where the demonstration is played: the running product, through its own doors only. */
public interface Stage {

    /** Moves the clock forward; what happened before may still have its effects, none is swept. */
    void advanceTo(Instant time);

    /** Waits until what happened has had its effects. */
    void settle();

    /** Runs every schedule that became due, once. */
    void sweep();

    /** Submits a public form as a browser would. */
    void submit(String formId, Map<String, String> fields);

    /** A person of a practice calls the API with a JSON body and gets the JSON answer. */
    String call(String practice, String person, String method, String path, String json);

    /** The PMS of a connection posts an event with a good signature. */
    void webhook(String connectionId, String eventId, String json);

    /** The id of the lead that this email finds. */
    String leadOf(String practice, String person, String email);
}
