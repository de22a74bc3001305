package io.leadmap.practice;

import io.leadmap.domain.practice.DripCampaign;
import io.leadmap.domain.practice.DripCampaign.DripMail;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeEdit;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.StrictView;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Drip campaigns. */
final class DripDocument extends ListedDocument<DripCampaign> {

    private static final DripMail WANTING = new DripMail("", Duration.ZERO, "");

    DripDocument() {
        super("drips", Practice::drips, PracticeEdit::drips, DripCampaign::id);
    }

    @Override
    DripCampaign read(StrictView f) {
        List<DripMail> mails = mails(f);
        if (mails.isEmpty()) {
            f.invalid("mails", "a campaign needs a mail");
            mails.add(WANTING);
        }
        return new DripCampaign(
                Ids.read(f),
                f.requiredText("name"),
                f.flag("active", true),
                f.flag("again", false),
                mails,
                f.texts("former"));
    }

    /**
     * A mail that names no id has its macro's: the same mail as long as it sends the same macro. A
     * macro that a campaign sends again is counted.
     */
    private static List<DripMail> mails(StrictView campaign) {
        Map<String, Integer> times = new HashMap<>();
        List<DripMail> mails = new ArrayList<>();
        for (StrictView mail : campaign.objects("mails")) {
            String macro = mail.requiredText("macroId");
            int time = times.merge(macro, 1, Integer::sum);
            mails.add(
                    new DripMail(
                            Ids.read(mail, time == 1 ? macro : macro + "-" + time),
                            mail.duration("delay", Duration.ZERO),
                            macro));
        }
        return mails;
    }

    @Override
    JsonObject write(DripCampaign d) {
        return Json.object()
                .put("id", d.id())
                .put("name", d.name())
                .put("active", d.active())
                .put("again", d.again())
                .put(
                        "mails",
                        d.mails(),
                        mail ->
                                Json.object()
                                        .put("id", mail.id())
                                        .putText("delay", mail.delay())
                                        .put("macroId", mail.macroId())
                                        .node())
                .putTexts("former", d.former());
    }

    @Override
    void check(Practice practice, DripCampaign campaign, String at, Faults faults) {
        List<DripMail> mails = campaign.mails();
        faults.unique(at + ".mails", mails, DripMail::id);
        for (int i = 0; campaign.active() && i < mails.size(); i++) {
            String macro = at + ".mails[" + i + "].macroId";
            MacroDocument.mailed(practice, macro, mails.get(i).macroId(), faults);
        }
    }

    /** Campaigns remember what they were, and stay, switched off, if nobody names them. */
    @Override
    List<DripCampaign> succeed(List<DripCampaign> stored, List<DripCampaign> wanted, long version) {
        List<DripCampaign> all = new ArrayList<>();
        wanted.forEach(campaign ->
                all.add(find(stored, campaign.id()).map(campaign::after).orElse(campaign)));
        leftOut(stored, wanted).forEach(campaign -> all.add(campaign.off()));
        return all;
    }
}
