package io.leadmap.leadqueries;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.desk.Desk;
import io.leadmap.lambda.HttpResponse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetParametersTest {

    private final Desk desk = QueriesDesk.open();

    @ParameterizedTest
    @CsvSource({
        "created=lastWeek&createdFrom=2026-02-01, created",
        "lost=today&lostTo=2026-02-01, lost",
        "created=someday, created",
        "bookedFrom=2026-02-02&bookedTo=2026-02-01, bookedTo",
        "invoicedFrom=yesterday, invoicedFrom",
        "status=NEW, status",
        "never=lost, never",
        "appointment=some, appointment",
        "appointmentState=BOOKED, appointmentState",
        "attemptsFrom=-1, attemptsFrom",
        "suspended=yes, suspended",
        "sort=age, sort",
        "limit=201, limit",
        "total=1, total",
        "creted=today, creted"
    })
    void a_filter_that_cannot_be_meant_is_refused_by_name(String query, String field) {
        HttpResponse answer = desk.get("/leads?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("\"field\":\"" + field + "\"");
    }
}
