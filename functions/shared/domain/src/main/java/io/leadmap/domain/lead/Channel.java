package io.leadmap.domain.lead;

/** How a lead came to be: by a web form, added by an agent, or made from the PMS. */
public enum Channel {
    FORM,
    PHONE,
    PMS
}
