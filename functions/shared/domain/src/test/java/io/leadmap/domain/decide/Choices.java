package io.leadmap.domain.decide;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.Consent;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.map.MapRun;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** Which command and which value a random number stands for. */
final class Choices {

    private static final List<String> REASONS = List.of("noContact", "other", "moved", "nonsense");

    private Choices() {}

    static Command takeOver(int pick, Lead before) {
        return new Command.TakeOver(
                new Command.AddLead(
                        fields(pick),
                        null,
                        null,
                        person(pick),
                        pick % 4 == 1 ? "treat" : null,
                        null,
                        pick % 5 == 0 ? of(Status.values(), pick) : null,
                        null,
                        Attribution.NONE,
                        Optional.ofNullable(before.pms().patient())));
    }

    static Command lost(int pick) {
        return Story.lost(REASONS.get(pick % REASONS.size()));
    }

    static Command map(int pick) {
        return switch (pick % 12) {
            case 0 -> new Command.ChangeMap("treat");
            case 1 -> new Command.ChangeMap("slow");
            case 2 -> new Command.CloseMap(MapRun.Outcome.WON, null, null);
            case 3 -> new Command.CloseMap(MapRun.Outcome.LOST, reason(pick), "a comment");
            case 4, 8 -> new Command.CompleteStep("call");
            case 5 -> new Command.ClearStep("call");
            case 6, 9 -> new Command.ReopenTrack("consult");
            default -> new Command.OpenTrack("treatment");
        };
    }

    static Command edit(int pick) {
        return switch (pick % 7) {
            case 0 -> Story.edit("phone", "");
            case 1 -> Story.edit("phone", "+61444444444");
            case 2 -> Story.edit("email", "");
            case 3 -> Story.edit("email", "other@example.com");
            case 4 -> Story.edit("lastName", "");
            case 5 -> Story.edit("divisionId", "city", "sourceId", "friend");
            default -> Story.edit("custom.visits", "" + pick);
        };
    }

    static Command.Submission submission(Life.Step step, boolean spam) {
        String form = step.who() % 3 == 0 ? SamplePractice.PLAIN : SamplePractice.ENQUIRY;
        return new Command.Submission(
                form, fields(step.pick()), Attribution.NONE, consent(step, form), null, spam);
    }

    /** The person who has this address wants mail. */
    static Command.Submission consenting(String email) {
        return new Command.Submission(
                SamplePractice.ENQUIRY,
                Story.fields("email", email),
                Attribution.NONE,
                new Consent("Mail me.", true, Story.START, SamplePractice.ENQUIRY),
                null,
                false);
    }

    private static @Nullable Consent consent(Life.Step step, String form) {
        return step.what() % 5 == 0
                ? null
                : new Consent("Mail me.", step.what() % 5 < 4, Story.START, form);
    }

    static Fields fields(int pick) {
        return switch (pick % 3) {
            case 0 -> Story.fields("lastName", "Lee", "phone", "+61444444444");
            case 1 -> Story.fields("firstName", "Monique", "email", "monique@example.com");
            default -> Story.monique();
        };
    }

    static @Nullable LossReason reason(int pick) {
        return pick % 3 == 0 ? null : new LossReason(REASONS.get(pick % REASONS.size()));
    }

    static @Nullable String comment(int pick) {
        return pick % 2 == 0 ? null : "a comment";
    }

    static @Nullable String person(int pick) {
        List<String> ids = List.of("ava", "noah", "mei", "ruth", "gone");
        return pick % 6 == 5 ? null : ids.get(pick % 6);
    }

    static String campaign(int pick) {
        return pick % 2 == 0 ? "news" : "care";
    }

    static <T> T of(T[] values, int pick) {
        return values[pick % values.length];
    }
}
