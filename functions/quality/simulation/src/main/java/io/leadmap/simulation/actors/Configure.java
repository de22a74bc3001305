package io.leadmap.simulation.actors;

import io.leadmap.simulation.world.Setup.Place;
import io.leadmap.simulation.world.Strike;
import io.leadmap.simulation.world.World;

import org.jspecify.annotations.Nullable;

/** An administrator changes the practice's configuration. */
public record Configure(String practice, Change change) implements Action {

    private static final String DRIP = "\"name\": \"Physiotherapy 101\", ";
    private static final String MAILS = "\"mails\": [";
    private static final String EXPECT = "{\"delay\": \"P2D\", \"macroId\": \"what-to-expect\"}";
    private static final String STORIES = "{\"delay\": \"P5D\", \"macroId\": \"stories\"}";
    private static final String BACK = "{\"delay\": \"P1D\", \"macroId\": \"call-back\"}";

    /** What can be changed, and to what. */
    public enum Change {
        WINDOW_SHORT(
                Place.WINDOW,
                "\"from\": \"10:00\", \"to\": \"11:00\"}, \"dripsStopOnBooked\": true",
                "narrows the sending window to 10:00 to 11:00"),
        WINDOW_NIGHT(
                Place.WINDOW,
                "\"from\": \"18:00\", \"to\": \"23:00\"}, \"dripsStopOnBooked\": false",
                "moves the sending window to 18:00 to 23:00 and drips go on after a booking"),
        WINDOW_AS_EVER(Place.WINDOW, Place.WINDOW.first(), "sets the sending window as ever"),
        DRIP_OFF(
                Place.DRIP,
                DRIP + "\"active\": false, " + MAILS + EXPECT + ", " + STORIES + "]",
                "switches the campaign off"),
        DRIP_ON(Place.DRIP, Place.DRIP.first(), "has the campaign as ever"),
        DRIP_AGAIN(
                Place.DRIP,
                DRIP + "\"again\": true, " + MAILS + EXPECT + ", " + STORIES + "]",
                "lets leads have the campaign again"),
        DRIP_LONGER(
                Place.DRIP,
                DRIP + MAILS + EXPECT + ", " + STORIES + ", " + BACK + "]",
                "adds a mail at the campaign's end"),
        DRIP_BEFORE(
                Place.DRIP,
                DRIP + MAILS + BACK + ", " + EXPECT + ", " + STORIES + "]",
                "adds a mail at the campaign's beginning"),
        DRIP_SHORTER(Place.DRIP, DRIP + MAILS + STORIES + "]", "removes the campaign's first mail"),
        DRIP_TURNED(
                Place.DRIP,
                DRIP + MAILS + STORIES + ", " + EXPECT + "]",
                "turns the campaign's mails round"),
        NOAH_GONE(Place.NOAH, Place.NOAH.first().replace("true", "false"), "deactivates Noah"),
        NOAH_BACK(Place.NOAH, Place.NOAH.first(), "activates Noah"),
        NEW_CLIENTS_OFF(
                Place.NEW_CLIENTS,
                "\"createLeadsForNewClients\": false",
                "makes no leads for new clients any more"),
        NEW_CLIENTS_ON(Place.NEW_CLIENTS, Place.NEW_CLIENTS.first(), "makes leads for new clients"),
        DEAD_LEADS_PROPOSED(
                Place.DEAD_LEADS, "\"deadLeads\": \"propose\"", "lets dead leads be proposed"),
        DEAD_LEADS_GIVEN_UP(
                Place.DEAD_LEADS,
                "\"deadLeads\": \"act\", \"attemptLimit\": 1",
                "gives leads up after one attempt"),
        LIMITED(
                Place.LIMIT,
                "\"automaticMailsPerHour\": 1",
                "lets one automatic mail out in an hour"),
        UNLIMITED(Place.LIMIT, Place.LIMIT.first(), "lifts the limit of automatic mails"),
        WELCOME_OFF(
                Place.WELCOME,
                Place.WELCOME.first().replace("true", "false"),
                "switches the welcome trigger off"),
        WELCOME_TWICE(
                Place.WELCOME,
                "\"name\": \"Welcome a new enquiry\", \"active\": true, \"actions\":"
                        + " [{\"emailLead\": \"welcome\"}, {\"notifyOwner\": true},"
                        + " {\"emailLead\": \"call-back\"}, {\"enrolDrip\": \"physio-101\"}]",
                "lets the welcome trigger send two mails and a notice");

        private final Place place;
        private final String text;
        private final String words;

        Change(Place place, String text, String words) {
            this.place = place;
            this.text = text;
            this.words = words;
        }
    }

    @Override
    public void play(World world, @Nullable Strike strike) {
        world.setup(practice).change(change.place, change.text);
        world.configure(practice, strike);
    }

    @Override
    public String tell() {
        return "Mei of " + practice + " " + change.words;
    }
}
