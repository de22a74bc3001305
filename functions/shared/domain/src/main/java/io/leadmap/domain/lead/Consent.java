package io.leadmap.domain.lead;

import java.time.Instant;

/** What a person answered to a form's consent wording, and when. */
public record Consent(String wording, boolean given, Instant at, String formId) {}
