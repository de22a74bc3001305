package io.leadmap.domain;

import io.leadmap.domain.practice.Hours;
import io.leadmap.domain.practice.OpeningHours;
import io.leadmap.domain.practice.Settings;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;

/** The settings of {@link SamplePractice}, to be changed before they are built. */
public final class SampleSettings {

    public ZoneId timeZone = ZoneId.of("Australia/Sydney");
    public int attemptLimit = 3;
    public Duration attemptGrace = Duration.ofHours(24);
    public Settings.DeadLeads deadLeads = Settings.DeadLeads.ACT;
    public Settings.AutomaticMoves automaticMoves = new Settings.AutomaticMoves(true, true, true);
    public boolean seenCountsAsCustomer;
    public boolean createLeadsForNewClients = true;
    public boolean lockOwnerWhenLinked = true;
    public Duration heldExpiry = Duration.ofDays(30);
    public Hours sendingWindow =
            new Hours(EnumSet.allOf(DayOfWeek.class), LocalTime.of(9, 0), LocalTime.of(17, 0));
    public boolean dripsStopOnBooked = true;
    public @Nullable String defaultMapId;
    public String from = "Bright Skin <hello@bright.example>";
    public String replyTo = "front@bright.example";

    SampleSettings() {}

    Settings build() {
        return new Settings(
                timeZone,
                "AU",
                "AUD",
                DayOfWeek.MONDAY,
                OpeningHours.UNSAID,
                Settings.Vocabulary.LEADMAP,
                attemptLimit,
                attemptGrace,
                deadLeads,
                automaticMoves,
                seenCountsAsCustomer,
                createLeadsForNewClients,
                90,
                false,
                lockOwnerWhenLinked,
                heldExpiry,
                sendingWindow,
                dripsStopOnBooked,
                Duration.ofMinutes(5),
                200,
                defaultMapId,
                "1 Lamp Row, Sydney",
                from,
                replyTo);
    }
}
