package io.leadmap.simulation.actors;

/**
 * Somebody outside the practice.
 *
 * @param mailbox the local part of the email address; its domain names the practice, so that a
 *     trace of one in the other is seen
 */
public record Stranger(String firstName, String lastName, String mailbox, String phone) {

    private static final Stranger[] ALL = {
        new Stranger("Ada", "Lovelace", "ada", "0491 570 006"),
        new Stranger("Élodie", "D'Arcy", "elodie", "0491 570 156"),
        // A couple with one phone, and a mother with her daughter's address.
        new Stranger("Jan", "van Dijk", "jan", "0491 570 157"),
        new Stranger("Mia", "van Dijk", "mia", "0491 570 157"),
        new Stranger("Tom", "Baker", "baker", "0491 570 158"),
        new Stranger("Rose", "Baker", "baker", "0491 570 159"),
    };

    /** How many there are. */
    public static final int COUNT = ALL.length;

    public static Stranger of(int number) {
        return ALL[Math.floorMod(number, COUNT)];
    }

    /** The address with which they write to a practice. */
    public String email(String practice) {
        return mailbox + "@" + practice + "-people.example";
    }
}
