package io.leadmap.eventbridge;

import io.leadmap.aws.AwsClients;
import io.leadmap.ports.EventBus;

import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The project's EventBridge bus. A call that fails as a whole is a fault; entries that were not
 * taken are told by their index.
 */
public final class EventBridgeBus implements EventBus {

    /** The source of every event of the project. */
    public static final String SOURCE = "leadmap";

    private final EventBridgeClient events;
    private final String busName;

    /** Publishes on the bus with this name or ARN. */
    public EventBridgeBus(EventBridgeClient events, String busName) {
        this.events = events;
        this.busName = busName;
    }

    /** Publishes on the bus that the function's {@code BUS_NAME} names. */
    public static EventBridgeBus of(AwsClients aws) {
        return new EventBridgeBus(client(aws), aws.environment().required("BUS_NAME"));
    }

    /** A client of EventBridge; a repeated call may publish twice, which its events' ids show. */
    public static EventBridgeClient client(AwsClients aws) {
        return aws.configured(
                        EventBridgeClient.builder(),
                        "EVENTBRIDGE",
                        AwsClients.someRetries().build())
                .build();
    }

    @Override
    public List<Integer> publish(List<Event> published) {
        if (published.isEmpty()) {
            return List.of();
        }
        List<PutEventsResultEntry> results =
                events.putEvents(request ->
                                request.entries(published.stream().map(this::entry).toList()))
                        .entries();
        return IntStream.range(0, results.size())
                .filter(index -> results.get(index).eventId() == null)
                .boxed()
                .toList();
    }

    private PutEventsRequestEntry entry(Event event) {
        return PutEventsRequestEntry.builder()
                .eventBusName(busName)
                .source(SOURCE)
                .detailType(event.type())
                .time(event.at())
                .detail(event.detail())
                .build();
    }
}
