package io.leadmap.domain.decide;

import io.leadmap.domain.history.HandsOver;
import io.leadmap.domain.history.NoticeEntry;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.practice.Person;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Mail that tells people of the practice something; it names the lead by its id only and its
 * history says only who was told.
 */
final class NoticeRules {

    private NoticeRules() {}

    /** Who would be told: the lead's owner, if active. */
    static Optional<Person> owner(Chapter chapter) {
        return chapter.practice().activePerson(chapter.lead().owner());
    }

    /** Tells the owner that the lead sent a form, once a command. */
    static void tellOwner(Chapter chapter) {
        owner(chapter)
                .ifPresent(person ->
                        tell(
                                chapter,
                                NoticeEntry.OwnerNotified::new,
                                person,
                                "A form was sent",
                                "<p>A form was sent by lead "
                                        + chapter.lead().id()
                                        + ". Please look after it.</p>"));
    }

    /** Tells the owner of the lead that a new one resembles (domain section 2). */
    static void tellOfDuplicate(Chapter chapter, Command.Resembled other) {
        chapter.practice()
                .activePerson(other.owner())
                .ifPresent(person ->
                        tell(
                                chapter,
                                NoticeEntry.PersonNotified::new,
                                person,
                                "A possible duplicate",
                                "<p>Lead "
                                        + chapter.lead().id()
                                        + " looks like your lead "
                                        + other.lead()
                                        + ". Please compare the two.</p>"));
    }

    private static void tell(
            Chapter chapter,
            BiFunction<EmailId, String, HandsOver> entry,
            Person person,
            String subject,
            String html) {
        if (chapter.hasTold(person.email())) {
            return;
        }
        chapter.post(
                id -> entry.apply(id, person.id()),
                id ->
                        new Email(
                                id,
                                Email.Kind.NOTICE,
                                person.email(),
                                List.of(),
                                chapter.settings().from(),
                                null,
                                new Email.Text.Written(subject, html),
                                null));
    }
}
