package io.leadmap.template;

import com.cronutils.model.definition.CronConstraintsFactory;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a schedule is due: EventBridge's {@code rate(5 minutes)} and {@code cron(0 3 * * ? *)}. */
public sealed interface ScheduleExpression {

    /** The first time after {@code last} at which it is due; cron counts in UTC. */
    Instant after(Instant last);

    /** Every so often, counted from when the stack was made. */
    record Rate(Duration every) implements ScheduleExpression {
        @Override
        public Instant after(Instant last) {
            return last.plus(every);
        }
    }

    /** At times of the calendar. */
    record Cron(String expression, ExecutionTime times) implements ScheduleExpression {
        @Override
        public Instant after(Instant last) {
            return times.nextExecution(last.atZone(ZoneOffset.UTC))
                    .map(time -> time.toInstant())
                    .orElse(Instant.MAX);
        }
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static ScheduleExpression parse(String text) {
        Matcher rate = RATE.matcher(text);
        if (rate.matches()) {
            return new Rate(duration(Integer.parseInt(rate.group(1)), rate.group(2)));
        }
        Matcher cron = CRON.matcher(text);
        if (cron.matches()) {
            String fields = cron.group(1).strip();
            return new Cron(
                    fields, ExecutionTime.forCron(new CronParser(DEFINITION).parse(fields)));
        }
        throw new IllegalArgumentException("'" + text + "' is neither rate(...) nor cron(...)");
    }

    /** {@code rate(} number unit {@code )}. */
    Pattern RATE = Pattern.compile("rate\\((\\d{1,5}) (minutes?|hours?|days?)\\)");

    /** {@code cron(} six fields {@code )}. */
    Pattern CRON = Pattern.compile("cron\\(([^()]+)\\)");

    /**
     * Minutes, hours, day of month, month, day of week (1 is Sunday), year; one day is {@code ?}.
     */
    CronDefinition DEFINITION =
            CronDefinitionBuilder.defineCron()
                    .withMinutes()
                    .withValidRange(0, 59)
                    .and()
                    .withHours()
                    .withValidRange(0, 23)
                    .and()
                    .withDayOfMonth()
                    .withValidRange(1, 31)
                    .supportsL()
                    .supportsW()
                    .supportsQuestionMark()
                    .and()
                    .withMonth()
                    .withValidRange(1, 12)
                    .and()
                    .withDayOfWeek()
                    .withValidRange(1, 7)
                    .withMondayDoWValue(2)
                    .supportsHash()
                    .supportsL()
                    .supportsQuestionMark()
                    .and()
                    .withYear()
                    .withValidRange(1970, 2199)
                    .and()
                    .withCronValidation(CronConstraintsFactory.ensureEitherDayOfWeekOrDayOfMonth())
                    .instance();

    private static Duration duration(int number, String unit) {
        if (number < 1) {
            throw new IllegalArgumentException("a rate must be at least 1");
        }
        if ((number == 1) == unit.endsWith("s")) {
            throw new IllegalArgumentException(
                    "EventBridge takes rate(1 minute) and rate(2 minutes), not the other way"
                            + " round");
        }
        return switch (unit.charAt(0)) {
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
