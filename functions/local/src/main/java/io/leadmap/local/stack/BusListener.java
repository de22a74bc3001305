package io.leadmap.local.stack;

import com.fasterxml.jackson.databind.JsonNode;

/** Told of every event that arrives on a bus, before the caller of PutEvents gets its answer. */
@FunctionalInterface
public interface BusListener {

    /**
     * Takes an event; once this returns, the event is kept (in the data folder when there is one)
     * and will be delivered to every rule that matches.
     *
     * @param bus the name of the bus
     * @param event the whole EventBridge envelope: version, id, detail-type, source, account, time,
     *     region, resources, detail
     */
    void put(String bus, JsonNode event);
}
