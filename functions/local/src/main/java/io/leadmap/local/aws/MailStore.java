package io.leadmap.local.aws;

import io.leadmap.local.data.DataFolder;
import io.leadmap.local.stack.Mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Every mail that SES took, in the data folder before SES answers. */
public final class MailStore {
    private static final String FOLDER = "mail";

    private final DataFolder data;
    private final Map<String, Mail> mails = new LinkedHashMap<>();
    private long arrived;

    /** Reads what is there. */
    MailStore(DataFolder data) {
        this.data = data;
        data.list(FOLDER).values().forEach(document -> keep(Mail.of(document)));
    }

    private void keep(Mail mail) {
        mails.put(mail.id(), mail);
        arrived = Math.max(arrived, Long.parseLong(mail.id()));
    }

    /**
     * Takes a mail; when this returns, it is kept.
     *
     * @param withId the mail with the mailbox's own id: a number that grows, so that it sorts by
     *     arrival
     */
    synchronized void add(Function<String, Mail> withId) {
        Mail mail = withId.apply("%08d".formatted(arrived + 1));
        data.write(FOLDER + "/" + mail.id(), mail.json());
        keep(mail);
    }

    /** All mails, newest first. */
    public synchronized List<Mail> newestFirst() {
        return new ArrayList<>(mails.values()).reversed();
    }

    /** The mail with this mailbox id. */
    public synchronized Optional<Mail> find(String id) {
        return Optional.ofNullable(mails.get(id));
    }

    /** Forgets every mail. */
    public synchronized void empty() {
        mails.keySet().forEach(id -> data.delete(FOLDER + "/" + id));
        mails.clear();
    }
}
