package io.leadmap.formintake;

import io.leadmap.domain.decide.Refusal.FieldError;
import io.leadmap.domain.practice.Form.FormField;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.Page;
import io.leadmap.markup.Html;
import io.leadmap.markup.Html.Element;
import io.leadmap.markup.Html.Tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hosted page of a form: works without JavaScript, keeps what was typed, and says what is wrong
 * next to each field.
 *
 * @param typed nothing on the first visit
 * @param errors by the form's field names, empty on the first visit
 * @param notice said above the form, empty for nothing
 * @param stamp the value of {@code _t}, empty for none
 */
record FormPage(
        HostedForm form, Typed typed, List<FieldError> errors, String notice, String stamp) {

    /** How each password manager is asked to leave a field alone. */
    private static final Map<String, String> NOT_TO_BE_FILLED =
            Map.of(
                    "data-1p-ignore", "true",
                    "data-bwignore", "true",
                    "data-form-type", "other",
                    "data-lpignore", "true");

    Page page() {
        String title = form.form().name();
        return new Page(
                errors.isEmpty() ? title : "Please check: " + title,
                form.practice().name(),
                content());
    }

    /** What is shown once a submission is kept. */
    static Page thanks(HostedForm form) {
        return new Page("Thank you", form.practice().name(), Tag.P.of(form.form().confirmation()));
    }

    /** A page of this form; its own sites may put it into a frame. */
    static HttpResponse response(int status, HostedForm form, Page page) {
        return page.response(status, form.form().origins());
    }

    private Html content() {
        List<Html> pieces = new ArrayList<>();
        if (!notice.isEmpty()) {
            pieces.add(Tag.P.of(notice).with("class", "errors").with("role", "alert"));
        }
        if (!errors.isEmpty()) {
            pieces.add(summary());
        }
        form.shown().forEach(field -> pieces.add(control(field).html()));
        if (form.form().consentWording() != null) {
            FormField consent =
                    new FormField("consent", form.form().consentWording(), "", false, null);
            pieces.add(control(consent).tick());
        }
        pieces.addAll(unseen());
        pieces.add(Tag.BUTTON.of("Send").with("type", "submit"));
        return Tag.FORM
                .of(Html.all(pieces))
                .with("method", "post")
                .with("action", "/forms/" + form.publicId());
    }

    private Html summary() {
        List<Html> lines =
                errors.stream()
                        .<Html>map(error ->
                                Tag.LI.of(
                                        Tag.A.of(label(error.field()) + ": " + error.message())
                                                .with("href", "#" + FormControl.id(error.field()))))
                        .toList();
        return Tag.DIV
                .of(Tag.P.of("Nothing was sent yet."), Tag.UL.of(Html.all(lines)))
                .with("class", "errors")
                .with("role", "alert");
    }

    private String label(String name) {
        return form.shown().stream()
                .filter(f -> f.name().equals(name))
                .map(FormField::label)
                .findFirst()
                .orElse(name);
    }

    private FormControl control(FormField field) {
        Optional<String> error =
                errors.stream()
                        .filter(e -> e.field().equals(field.name()))
                        .map(FieldError::message)
                        .findFirst();
        return new FormControl(form.practice(), field, typed.all(field.name()), error.orElse(null));
    }

    /**
     * What no person fills in: where the visit came from, the stamp, and the field that catches
     * programs.
     */
    private List<Html> unseen() {
        List<Html> fields = new ArrayList<>();
        for (Map.Entry<String, String> from : typed.attribution().parameters().entrySet()) {
            fields.add(hidden(from.getKey(), from.getValue()));
        }
        if (!stamp.isEmpty()) {
            fields.add(hidden(RenderStamp.FIELD, stamp));
        }
        Element honeypot =
                Tag.INPUT
                        .of()
                        .with("type", "text")
                        .with("name", Typed.HONEYPOT)
                        .with("id", "f-" + Typed.HONEYPOT)
                        .with("tabindex", "-1")
                        .with("autocomplete", "off");
        for (Map.Entry<String, String> ask : NOT_TO_BE_FILLED.entrySet()) {
            honeypot = honeypot.with(ask.getKey(), ask.getValue());
        }
        fields.add(
                Tag.DIV
                        .of(
                                Tag.LABEL.of("Leave this empty").with("for", "f-" + Typed.HONEYPOT),
                                honeypot)
                        .with("class", "away")
                        .with("aria-hidden", "true"));
        return fields;
    }

    /** A value that is sent along unseen. */
    static Html hidden(String name, String value) {
        return Tag.INPUT.of().with("type", "hidden").with("name", name).with("value", value);
    }
}
