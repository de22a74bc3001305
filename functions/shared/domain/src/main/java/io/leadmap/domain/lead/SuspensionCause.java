package io.leadmap.domain.lead;

/**
 * Why a lead is suspended; of several causes the first in this order is shown (domain section 2).
 */
public enum SuspensionCause {
    SPAM,
    DUPLICATE,
    INCOMPLETE
}
