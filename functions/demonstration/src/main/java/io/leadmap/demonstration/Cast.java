package io.leadmap.demonstration;

import java.util.List;

/**
 * Who plays in one practice.
 *
 * @param practice its id
 * @param form the public id of the form that most leads fill in
 * @param wholeName the form asks for the name in one field
 * @param agents those who work the leads
 * @param manager an administrator
 * @param connection the public id of the PMS connection
 * @param phonePrefix the beginning of national numbers; three digits follow
 * @param domain of the leads' mail addresses
 */
record Cast(
        String practice,
        String form,
        boolean wholeName,
        List<String> agents,
        String manager,
        String connection,
        String phonePrefix,
        String domain) {

    static final Cast BRIGHTWATER =
            new Cast(
                    "brightwater",
                    "brightwater-enquiry",
                    true,
                    List.of("ava", "noah"),
                    "mei",
                    "brightwater-pms",
                    "0491 570 ",
                    "example.com");

    static final Cast NORTHLIGHT =
            new Cast(
                    "northlight",
                    "northlight-consult",
                    false,
                    List.of("isla", "omar"),
                    "george",
                    "northlight-pms",
                    "07700 900 ",
                    "example.org");

    private static final List<String> FIRST =
            List.of(
                    "Amelia", "Oliver", "Priya", "Mateo", "Hannah", "Liam", "Zoe", "Ethan", "Chloe",
                    "Kofi", "Lucia", "Finn", "Aisha", "Hugo", "Grace", "Ravi", "Ella", "Tomas",
                    "Nadia", "Callum");

    private static final List<String> LAST =
            List.of(
                    "Nguyen", "Walsh", "Patel", "Garcia", "Fischer", "O'Brien", "Kim", "Silva",
                    "Martin", "Mensah", "Rossi", "Larsen", "Haddad", "Dubois", "Taylor", "Iyer",
                    "Cohen", "Novak", "Petrov", "Reid");

    Player player(int number) {
        String first = FIRST.get(number % FIRST.size());
        String last = LAST.get((number * 7 + number / FIRST.size()) % LAST.size());
        String address =
                (first + "." + last + number).toLowerCase(java.util.Locale.ROOT).replace("'", "");
        return new Player(
                number,
                first,
                last,
                address + "@" + domain,
                phonePrefix + "%03d".formatted(number * 37 % 1_000));
    }

    /** One person who asks. */
    record Player(int number, String firstName, String lastName, String email, String phone) {

        String wholeName() {
            return firstName + " " + lastName;
        }
    }
}
