package io.leadmap.pmsworker;

/** Events of our own format, in the words of a PMS; every change gives another one. */
record Told(
        String appointment,
        long version,
        String state,
        String bookedAt,
        String startsAt,
        String division,
        String invoiceAt,
        String patient,
        String firstName,
        String lastName,
        String email,
        String phone) {

    /** Monique's visit: booked on 1 March for 3 April. */
    static Told booked() {
        return new Told(
                "a-1",
                1,
                "booked",
                "2026-03-01T00:00:00Z",
                "2026-04-03T09:00:00Z",
                "",
                "",
                "p-1",
                "Monique",
                "Lee",
                "monique@example.com",
                "0444 444 444");
    }

    /** The next version, in this state. */
    Told now(String is) {
        return new Told(
                appointment,
                version + 1,
                is,
                bookedAt,
                startsAt,
                division,
                invoiceAt,
                patient,
                firstName,
                lastName,
                email,
                phone);
    }

    Told invoiced(String at) {
        return new Told(
                appointment,
                version + 1,
                state,
                bookedAt,
                startsAt,
                division,
                at,
                patient,
                firstName,
                lastName,
                email,
                phone);
    }

    Told moved(String to) {
        return new Told(
                appointment,
                version + 1,
                state,
                bookedAt,
                to,
                division,
                invoiceAt,
                patient,
                firstName,
                lastName,
                email,
                phone);
    }

    /** Another appointment of the same patient. */
    Told another(String id, String booked, String starts) {
        return new Told(
                id, 1, "booked", booked, starts, division, "", patient, firstName, lastName, email,
                phone);
    }

    Told in(String place) {
        return new Told(
                appointment,
                version,
                state,
                bookedAt,
                startsAt,
                place,
                invoiceAt,
                patient,
                firstName,
                lastName,
                email,
                phone);
    }

    Told of(String id, String first, String last, String address, String number) {
        return new Told(
                appointment,
                version,
                state,
                bookedAt,
                startsAt,
                division,
                invoiceAt,
                id,
                first,
                last,
                address,
                number);
    }

    /** The event. */
    String json() {
        return """
        {"type": "appointment.changed", "data": {"appointmentId": "%s", "version": %d, "state": "%s",
         "updatedAt": "2026-03-01T00:00:0%dZ", "bookedAt": %s, "startsAt": "%s", "division": %s,
         "reference": null, "invoice": %s, "patient": %s}}
        """
                .formatted(
                        appointment,
                        version,
                        state,
                        version % 10,
                        text(bookedAt),
                        startsAt,
                        text(division),
                        invoiceAt.isEmpty()
                                ? "null"
                                : "{\"id\": \"i-1\", \"at\": \""
                                        + invoiceAt
                                        + "\", \"amount\": \"120.00\", \"currency\": \"AUD\"}",
                        patientJson());
    }

    /** The patient alone, changed at this time. */
    String patientChanged(String updatedAt) {
        return "{\"type\": \"patient.changed\", \"data\": {\"updatedAt\": \"%s\", \"patient\": %s}}"
                .formatted(updatedAt, patientJson());
    }

    static String merged(String from, String into) {
        return "{\"type\": \"patient.merged\", \"data\": {\"from\": \"%s\", \"into\": \"%s\"}}"
                .formatted(from, into);
    }

    private String patientJson() {
        return "{\"id\": \"%s\", \"firstName\": %s, \"lastName\": %s, \"email\": %s, \"phone\": %s}"
                .formatted(patient, text(firstName), text(lastName), text(email), text(phone));
    }

    private static String text(String value) {
        return value.isEmpty() ? "null" : '"' + value + '"';
    }
}
