package io.leadmap.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;

import io.leadmap.local.stack.BusListener;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last events that arrived on any bus, for people and tests to look at. */
public final class RecentEvents implements BusListener {

    private static final int MOST = 1_000;

    private final Deque<JsonNode> events = new ArrayDeque<>();

    @Override
    public synchronized void put(String bus, JsonNode event) {
        events.addFirst(event);
        if (events.size() > MOST) {
            events.removeLast();
        }
    }

    /** The whole envelopes, newest first. */
    public synchronized List<JsonNode> newestFirst() {
        return List.copyOf(events);
    }
}
