package io.leadmap.benchmarks.cost;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What it costs, largest part first: what every lead adds, and what is paid without any. */
record Bill(List<Line> lead, List<Line> month, LeadLife life, PriceList prices) {

    private static final String WALK =
            "a consumer's walk over 1,000 leads: the scan; with progress";
    private static final int DAYS = 30;

    /** One part and what it costs, in dollars. */
    record Line(String what, String howMuch, double dollars) {}

    static Bill of(LeadLife life, Capacities capacities, Deployment deployment, PriceList prices) {
        return new Bill(
                sorted(lead(life, deployment, prices)),
                sorted(month(life, capacities, deployment, prices)),
                life,
                prices);
    }

    private static List<Line> sorted(Stream<Line> lines) {
        return lines.sorted(Comparator.comparingDouble(Line::dollars).reversed()).toList();
    }

    private static Stream<Line> lead(LeadLife life, Deployment deployment, PriceList prices) {
        double invocations = life.answered() + life.called();
        double seconds =
                life.answered() * life.assumed("answerSeconds")
                        + life.called() * life.assumed("streamSeconds");
        double keys = invocations * life.assumed("keyRequestsOfAnInvocation");
        double events = life.commits() * life.assumed("eventsOfACommit");
        double log =
                invocations * life.assumed("logBytesOfAnInvocation")
                        + life.requests() * life.assumed("logBytesOfARequest");
        return Stream.of(
                new Line(
                        "SES",
                        text("%.0f mails", life.mails()),
                        prices.of("ses.mails", life.mails())
                                + prices.ofBytes(
                                        "ses.gigabytes",
                                        life.mails() * life.assumed("bytesOfAMail"))),
                new Line(
                        "Lambda",
                        text("%.0f invocations", invocations),
                        prices.of("lambda.requests", invocations)
                                + prices.of(
                                        "lambda.gigabyteSeconds",
                                        seconds * deployment.gigabytes())),
                new Line("KMS", text("%.0f requests", keys), prices.of("kms.requests", keys)),
                new Line(
                        "DynamoDB",
                        text("%.0f WRU, %.0f RRU", life.writeUnits(), life.readUnits()),
                        prices.of("dynamodb.writeUnits", life.writeUnits())
                                + prices.of("dynamodb.readUnits", life.readUnits())),
                new Line(
                        "HTTP API",
                        text("%.0f requests", life.requests()),
                        prices.of("api.requests", life.requests())),
                new Line(
                        "EventBridge",
                        text("%.0f events", events),
                        prices.of("eventbridge.events", events)),
                new Line(
                        "CloudWatch Logs",
                        text("%.0f KB", log / 1e3),
                        prices.ofBytes("cloudwatch.logGigabytes", log)));
    }

    private static Stream<Line> month(
            LeadLife life, Capacities capacities, Deployment deployment, PriceList prices) {
        int metrics = deployment.alarmMetrics();
        double ticks = deployment.ticks();
        double kept = life.leadsAMonth() * life.monthsKept();
        double walked =
                kept
                        / 1_000
                        * capacities.readUnits(WALK)
                        * life.assumed("consumersThatWalk")
                        * life.assumed("walksADay")
                        * DAYS;
        double bytes = kept * life.keptBytes();
        return Stream.of(
                new Line(
                        "alarms",
                        text("%d metrics", metrics),
                        prices.of("cloudwatch.alarmMetrics", metrics)),
                new Line(
                        "encryption key",
                        text("%d", deployment.keys()),
                        prices.of("kms.keys", deployment.keys())),
                new Line(
                        "schedules",
                        text("%,.0f ticks", ticks),
                        prices.of("lambda.requests", ticks)
                                + prices.of(
                                        "lambda.gigabyteSeconds",
                                        ticks
                                                * life.assumed("tickSeconds")
                                                * deployment.gigabytes())
                                + prices.of(
                                        "dynamodb.readUnits",
                                        ticks * life.assumed("readUnitsOfATick"))
                                + prices.ofBytes(
                                        "cloudwatch.logGigabytes",
                                        ticks * life.assumed("logBytesOfAnInvocation"))),
                new Line(
                        text("consumers that catch up with %,.0f leads", kept),
                        text("%,.0f RRU", walked),
                        prices.of("dynamodb.readUnits", walked)),
                new Line(
                        text("%,.0f leads kept, recoverable", kept),
                        text("%.0f MB", bytes / 1e6),
                        prices.ofBytes("dynamodb.storage", bytes)
                                + prices.ofBytes("dynamodb.recovery", bytes)));
    }

    /** What one lead costs. */
    double ofALead() {
        return lead.stream().mapToDouble(Line::dollars).sum();
    }

    /** What a month costs without a lead that is new. */
    double standing() {
        return month.stream().mapToDouble(Line::dollars).sum();
    }

    /** As the README shows it. */
    String text() {
        int leads = life.leadsAMonth();
        String ofLeads =
                lead.stream()
                        .map(line ->
                                text(
                                        "| %s | %s | $%.5f | $%.2f |",
                                        line.what(),
                                        line.howMuch(),
                                        line.dollars(),
                                        line.dollars() * leads))
                        .collect(Collectors.joining("\n"));
        String standing =
                month.stream()
                        .map(line ->
                                text(
                                        "| %s | %s | $%.2f |",
                                        line.what(), line.howMuch(), line.dollars()))
                        .collect(Collectors.joining("\n"));
        return text(
                """
                | for each lead | at most | a lead | %d leads |
                |---|---|---|---|
                %s
                | **together** | | **$%.5f** | **$%.2f** |

                | every month | | %d leads a month |
                |---|---|---|
                %s
                | **together** | | **$%.2f** |

                So a practice with %d leads a month pays about $%.2f a month, of which $%.2f is there without a lead. List
                prices of %s as known on %s, in US dollars, without tax and free tiers.
                """,
                leads,
                ofLeads,
                ofALead(),
                ofALead() * leads,
                leads,
                standing,
                standing(),
                leads,
                ofALead() * leads + standing(),
                standing(),
                prices.region(),
                prices.date());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
