package io.leadmap.ses;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

import java.util.concurrent.atomic.AtomicBoolean;

/** Notes that a request was handed to the HTTP client; before that, surely nothing left. */
final class HandoverWatch implements ExecutionInterceptor {

    /** Set by the caller of one request, raised here. */
    static final ExecutionAttribute<AtomicBoolean> HANDED_OVER =
            new ExecutionAttribute<>("LeadmapHandedOver");

    @Override
    public void beforeTransmission(
            Context.BeforeTransmission context, ExecutionAttributes attributes) {
        AtomicBoolean handedOver = attributes.getAttribute(HANDED_OVER);
        if (handedOver != null) {
            handedOver.set(true);
        }
    }
}
