package io.leadmap.local.aws;

import java.util.List;
import java.util.Set;

/** One AWS service as its endpoint sees it. */
interface EmulatedService {

    /** Its name in {@code POST /_local/faults}. */
    String name();

    /** How its requests and answers are written. */
    Dialect dialect();

    /** The calls that functions make of it; the endpoint refuses any other by its name. */
    Set<String> actions();

    /**
     * Every permission that the call needs, judged before anything else happens. Empty means anyone
     * may: only for calls that {@link #perform} refuses, as what they are made on does not exist.
     */
    List<Need> needs(AwsCall call);

    /** Does it. */
    Reply perform(AwsCall call);

    /** What the service would say when this happens; never asked for a lost answer. */
    Reply fault(FaultKind kind, AwsCall call);
}
