package io.leadmap.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.local.stack.Mail;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class MailPagesTest {
    private static final String EVIL = "<script>alert('1')</script>";

    private static Mail mail(String subject) {
        return new Mail(
                "00000001",
                "m1",
                EVIL,
                List.of("ann@patients.example"),
                List.of(),
                subject,
                EVIL,
                EVIL,
                Map.of("X-Evil", EVIL),
                Map.of(),
                null,
                Instant.parse("2026-02-27T09:30:00Z"),
                null);
    }

    private static String text(Response page) {
        return new String(page.body(), StandardCharsets.UTF_8);
    }

    @Test
    void nothing_that_a_mail_holds_runs_on_its_page() {
        String page = text(MailPages.one(mail(EVIL), List.of("delivered")));
        assertThat(page).doesNotContain("<script").contains("alert(&#39;1&#39;)");
        assertThat(page)
                .as("its own page is in a sandbox")
                .containsPattern("<iframe [^>]*sandbox=\"\"[^>]*srcdoc=\"&lt;script&gt;");
        assertThat(page).contains("action=\"/_local/mail/00000001/event\"", "bounced for now");
    }

    @Test
    void a_mail_without_a_subject_can_be_opened_too() {
        assertThat(text(MailPages.list(List.of(mail(" ")))))
                .contains("<a href=\"/_local/mail/00000001\">(no subject)</a>");
    }
}
