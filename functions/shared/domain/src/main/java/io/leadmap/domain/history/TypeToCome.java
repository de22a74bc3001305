package io.leadmap.domain.history;

import java.util.List;

/**
 * The types of entry that the API lists and nothing writes yet, with what each will hold, so that
 * whoever builds one neither invents a name nor leaves out what a later reader needs. One that is
 * built moves to {@link EntryType}.
 *
 * @param apiName its name in the store and in the API
 * @param open its fields that say nothing personal: ids, times, statuses, typed values
 * @param sealed its fields that may: names, addresses, what somebody wrote
 */
public record TypeToCome(String apiName, List<String> open, List<String> sealed) {

    /** All of them, in the order of the API's list. */
    public static final List<TypeToCome> ALL =
            List.of(
                    open(
                                    "merged",
                                    "with: lead",
                                    "side: SURVIVOR or ABSORBED",
                                    "withSeq: how far the other's history went",
                                    "status: Status",
                                    "attempts: Attempts",
                                    "dates: Dates",
                                    "fields: keys taken from the other")
                            .sealing("values: of these fields"),
                    open("unmerged", "with: lead", "side: SURVIVOR or ABSORBED", "merge: its seq")
                            .sealing("values: of the fields given back"),
                    open("erased", "reason: an administrator's, outlives the key"),
                    open("replyReceived", "email: the mail it answers, if known", "message: its id")
                            .sealing("subject", "text"),
                    open("mapVersionChanged", "map", "from: version", "to: version"),
                    open("stepsRequired", "track", "steps: ids"),
                    open("linkIssued", "link", "kind: PORTAL or FORM", "form", "expires: time"),
                    open("linkRevoked", "link"),
                    open("automationFired", "anchor", "automation", "actions: as of a trigger"),
                    open("nestingLimitReached", "anchor", "trigger: the one that did not fire"),
                    open("videoGranted", "video"),
                    open("videoRevoked", "video"),
                    open("videoWatched", "video", "seconds: played, each once", "done"),
                    open("videoMessageReceived", "video", "message: its id").sealing("text"),
                    open("videoMessageSent", "video", "answers: a message's id").sealing("html"),
                    open("patientUnlinked", "connection", "patient"),
                    open("patientShipped", "connection", "patient: the PMS's new id", "byHand"),
                    open("patientShipFailed", "connection").sealing("reason: the PMS's words"));

    public TypeToCome {
        open = List.copyOf(open);
        sealed = List.copyOf(sealed);
    }

    private static TypeToCome open(String apiName, String... fields) {
        return new TypeToCome(apiName, List.of(fields), List.of());
    }

    private TypeToCome sealing(String... fields) {
        return new TypeToCome(apiName, open, List.of(fields));
    }
}
