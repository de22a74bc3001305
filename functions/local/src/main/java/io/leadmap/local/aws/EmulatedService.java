package io.leadmap.local.aws;

import java.util.List;

/** One AWS service as its endpoint sees it. */
interface EmulatedService {

    /** Its name in {@code POST /_local/faults}. */
    String name();

    /** How its requests and answers are written. */
    Dialect dialect();

    /**
     * Every permission that the call needs, judged before anything else happens. Empty means anyone
     * may: only for calls that {@link #perform} refuses as unknown.
     */
    List<Need> needs(AwsCall call);

    /** Does it. */
    Reply perform(AwsCall call);

    /** What the service would say when this happens; never asked for a lost answer. */
    Reply fault(FaultKind kind, AwsCall call);
}
