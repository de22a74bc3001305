package io.leadmap.local.aws;

import static io.leadmap.local.aws.Cloud.BUS_ARN;
import static io.leadmap.local.aws.Cloud.allow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.stream.Stream;

class EmulatedEventBridgeTest {

    private Cloud cloud;
    private EventBridgeClient bus;

    @BeforeEach
    void start() throws IOException {
        cloud = Cloud.allowing(allow("events:PutEvents", BUS_ARN));
        bus = cloud.bus();
    }

    @AfterEach
    void stop() {
        bus.close();
        cloud.close();
    }

    private static PutEventsRequestEntry entry() {
        return PutEventsRequestEntry.builder()
                .eventBusName("leadmap")
                .source("leadmap")
                .detailType("leadCreated")
                .time(Instant.parse("2026-02-27T09:29:59Z"))
                .detail("{\"lead\":\"l1\"}")
                .build();
    }

    @Test
    void an_event_arrives_in_its_envelope() {
        PutEventsResponse response = bus.putEvents(r -> r.entries(entry()));
        assertThat(response.failedEntryCount()).isZero();
        assertThat(cloud.events).hasSize(1);
        assertThat(cloud.events.getFirst().getKey()).isEqualTo("leadmap");
        JsonNode event = cloud.events.getFirst().getValue();
        assertThat(event.path("id").asText()).isEqualTo(response.entries().getFirst().eventId());
        assertThat(event.path("detail-type").asText()).isEqualTo("leadCreated");
        assertThat(event.path("time").asText()).isEqualTo("2026-02-27T09:29:59Z");
        assertThat(event.at("/detail/lead").asText()).isEqualTo("l1");
        assertThat(event.path("account").asText()).isEqualTo("111122223333");
    }

    @Test
    void the_bus_may_be_named_by_its_arn() {
        bus.putEvents(r -> r.entries(entry().toBuilder().eventBusName(BUS_ARN).build()));
        assertThat(cloud.events.getFirst().getKey()).isEqualTo("leadmap");
    }

    @Test
    void a_wrong_entry_fails_alone() {
        PutEventsResponse response =
                bus.putEvents(r ->
                        r.entries(
                                entry().toBuilder().detail("not json").build(),
                                entry().toBuilder().source("aws.ses").build(),
                                entry().toBuilder().detailType(null).build(),
                                entry()));
        assertThat(response.failedEntryCount()).isEqualTo(3);
        assertThat(response.entries())
                .extracting(PutEventsResultEntry::errorCode)
                .containsExactly(
                        "MalformedDetail",
                        "NotAuthorizedForSourceException",
                        "InvalidArgument",
                        null);
        assertThat(cloud.events).hasSize(1);
    }

    @Test
    void more_than_ten_entries_or_too_many_bytes_are_refused_whole() {
        assertThatThrownBy(() -> bus.putEvents(r -> r.entries(Collections.nCopies(11, entry()))))
                .isInstanceOf(EventBridgeException.class);
        PutEventsRequestEntry large =
                entry().toBuilder().detail("{\"x\":\"" + "y".repeat(100_000) + "\"}").build();
        assertThatThrownBy(() -> bus.putEvents(r -> r.entries(large, large, large)))
                .hasMessageContaining("size");
        assertThat(cloud.events).isEmpty();
    }

    @Test
    void another_bus_needs_its_own_permission() {
        assertThatThrownBy(() ->
                        bus.putEvents(r ->
                                r.entries(entry().toBuilder().eventBusName("default").build())))
                .hasMessageContaining("events:PutEvents on resource:")
                .hasMessageContaining("event-bus/default");
    }

    @Test
    void it_can_fail_whole_in_part_or_by_silence() {
        cloud.fail("events", null, "throttle", 1);
        assertThatThrownBy(() -> bus.putEvents(r -> r.entries(entry())))
                .isInstanceOfSatisfying(
                        EventBridgeException.class, e -> assertThat(e.statusCode()).isEqualTo(400));
        cloud.fail("events", null, "error", 1);
        assertThatThrownBy(() -> bus.putEvents(r -> r.entries(entry())))
                .isInstanceOfSatisfying(
                        EventBridgeException.class, e -> assertThat(e.statusCode()).isEqualTo(500));
        assertThat(cloud.events).isEmpty();
        cloud.fail("events", "PutEvents", "refuse", 1);
        PutEventsResponse half = bus.putEvents(r -> r.entries(entry(), entry()));
        assertThat(half.failedEntryCount()).isEqualTo(1);
        assertThat(Stream.of(half.entries().get(0).eventId(), half.entries().get(1).errorCode()))
                .containsOnlyNulls();
        assertThat(cloud.events).hasSize(1);
        cloud.fail("events", "PutEvents", "lostAnswer", 1);
        assertThatThrownBy(() -> bus.putEvents(r -> r.entries(entry())))
                .isInstanceOf(SdkClientException.class);
        assertThat(cloud.events).hasSize(2);
    }
}
