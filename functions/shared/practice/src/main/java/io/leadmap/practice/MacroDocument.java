package io.leadmap.practice;

import io.leadmap.domain.macro.Placeholders;
import io.leadmap.domain.practice.Macro;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeEdit;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.Names;
import io.leadmap.json.StrictView;

import java.util.List;

/** Macros: the texts of mails and notes. */
final class MacroDocument extends VersionedDocument<Macro> {

    MacroDocument() {
        super("macros", Practice::macros, PracticeEdit::macros, Macro::id, Macro::version);
    }

    @Override
    Macro read(StrictView f) {
        Macro.Channel channel = f.camel("channel", Macro.Channel.class);
        if (channel == null) {
            f.missing("channel");
            channel = Macro.Channel.NOTE;
        }
        String subject =
                channel == Macro.Channel.EMAIL ? f.requiredText("subject") : f.text("subject", "");
        if (subject.contains("\n") || subject.contains("\r")) {
            f.invalid("subject", "one line is needed");
        }
        return new Macro(
                Ids.read(f),
                f.number("version", 1, 1, 1_000_000),
                f.requiredText("name"),
                channel,
                subject,
                f.requiredText("html"));
    }

    @Override
    JsonObject write(Macro m) {
        return Json.object()
                .put("id", m.id())
                .put("version", m.version())
                .put("name", m.name())
                .put("channel", Names.camel(m.channel()))
                .put("subject", m.subject())
                .put("html", m.html());
    }

    @Override
    void check(Practice practice, Macro macro, String at, Faults faults) {
        placeholders(practice, at + ".subject", macro.subject(), faults);
        placeholders(practice, at + ".html", macro.html(), faults);
    }

    private static void placeholders(Practice practice, String at, String text, Faults faults) {
        List<String> unknown = Placeholders.unknown(text, practice);
        if (!unknown.isEmpty()) {
            faults.add(at, "there is no placeholder " + String.join(", ", unknown));
        }
    }

    /** Who wants to mail this must find it there, and made for it. */
    static void mailed(Practice practice, String at, String macroId, Faults faults) {
        if (practice.macro(macroId).filter(m -> m.channel() == Macro.Channel.EMAIL).isEmpty()) {
            faults.add(at, "there is no macro for email with this id");
        }
    }
}
