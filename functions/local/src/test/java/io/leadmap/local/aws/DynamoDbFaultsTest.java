package io.leadmap.local.aws;

import static io.leadmap.local.aws.Cloud.allow;
import static io.leadmap.local.aws.Cloud.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.local.stack.Fault;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

import java.io.IOException;

class DynamoDbFaultsTest {

    private Cloud cloud;
    private DynamoDbClient db;

    @BeforeEach
    void start() throws IOException {
        cloud = Cloud.allowing(allow("dynamodb:*", "*"));
        db = cloud.dynamodb();
    }

    @AfterEach
    void stop() {
        db.close();
        cloud.close();
    }

    private void put(String sk) {
        db.putItem(r -> r.tableName("leads").item(item("p", sk)));
    }

    private void transact(String... sks) {
        db.transactWriteItems(r ->
                r.transactItems(
                        java.util.Arrays.stream(sks)
                                .map(sk ->
                                        TransactWriteItem.builder()
                                                .put(p ->
                                                        p.tableName("leads")
                                                                .item(item("p", sk))
                                                                .conditionExpression(
                                                                        "attribute_not_exists(pk)"))
                                                .build())
                                .toList()));
    }

    private boolean there(String sk) {
        return db.getItem(r -> r.tableName("leads").key(item("p", sk)).consistentRead(true))
                .hasItem();
    }

    @Test
    void a_throttled_call_does_nothing_and_the_next_one_works() {
        cloud.fail("dynamodb", "PutItem", "throttle", 1);
        assertThatThrownBy(() -> put("1"))
                .isInstanceOf(ProvisionedThroughputExceededException.class);
        assertThat(there("1")).isFalse();
        put("1");
        assertThat(there("1")).isTrue();
    }

    @Test
    void an_internal_error_does_nothing() {
        cloud.fail("dynamodb", "PutItem", "error", 1);
        assertThatThrownBy(() -> put("1")).isInstanceOf(InternalServerErrorException.class);
        assertThat(there("1")).isFalse();
    }

    @Test
    void a_refused_call_gets_a_4xx_that_no_client_repeats() {
        cloud.fail("dynamodb", null, "refuse", 1);
        assertThatThrownBy(() -> put("1"))
                .isInstanceOfSatisfying(
                        DynamoDbException.class, e -> assertThat(e.statusCode()).isEqualTo(400));
        assertThat(there("1")).isFalse();
    }

    @Test
    void a_conflict_cancels_a_transaction_with_its_reasons() {
        cloud.fail("dynamodb", null, "conflict", 1);
        assertThatThrownBy(() -> transact("1", "2"))
                .isInstanceOfSatisfying(
                        TransactionCanceledException.class,
                        e ->
                                assertThat(e.cancellationReasons())
                                        .extracting(CancellationReason::code)
                                        .containsExactly("TransactionConflict", "None"));
        assertThat(there("1")).isFalse();
        transact("1", "2");
    }

    @Test
    void a_conflict_waits_for_a_write() {
        cloud.fail("dynamodb", null, "conflict", 1);
        assertThat(there("1")).isFalse();
        assertThatThrownBy(() -> put("1")).isInstanceOf(TransactionConflictException.class);
    }

    @Test
    void a_lost_answer_takes_effect_and_drops_the_connection() {
        there("warm connection");
        cloud.fail("dynamodb", "TransactWriteItems", "lostAnswer", 1);
        assertThatThrownBy(() -> transact("1")).isInstanceOf(SdkClientException.class);
        assertThat(there("1")).isTrue();
    }

    @Test
    void a_failed_condition_answers_as_dynamodb_does() {
        transact("1");
        assertThatThrownBy(() -> transact("2", "1"))
                .isInstanceOfSatisfying(
                        TransactionCanceledException.class,
                        e ->
                                assertThat(e.cancellationReasons())
                                        .extracting(CancellationReason::code)
                                        .containsExactly("None", "ConditionalCheckFailed"));
    }

    @Test
    void a_fault_for_one_action_leaves_the_others_alone_and_can_be_taken_back() {
        cloud.fail("dynamodb", "PutItem", "throttle", 5);
        there("1");
        cloud.fail("dynamodb", null, "throttle", 0);
        put("1");
        assertThat(there("1")).isTrue();
    }

    @Test
    void a_fault_for_one_function_leaves_the_others_alone() {
        cloud.fail(new Fault("dynamodb", null, "Somebody", "throttle", 1));
        put("1");
        assertThat(cloud.faultsLeft()).isEqualTo(1);
        cloud.fail(new Fault("dynamodb", null, "Somebody", "throttle", 0));
        assertThat(cloud.faultsLeft()).isZero();
    }

    @Test
    void what_does_not_exist_is_said() {
        assertThatThrownBy(() -> cloud.fail("dynamodb", null, "explode", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lostAnswer");
        assertThatThrownBy(() -> cloud.fail("sqs", null, "error", 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cloud.fail("ses", null, "conflict", 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
