package io.leadmap.ports;

import io.leadmap.domain.practice.PracticeId;
import io.micronaut.json.tree.JsonNode;

import java.util.List;
import java.util.Optional;

/**
 * Practices' configurations as documents, every version of each; what is in a document is not known
 * here.
 */
public interface Configurations {

    /** What a configuration may have at most, in bytes, once its document is compressed. */
    int LARGEST = 396 * 1024;

    /**
     * The number of the newest version; empty if there is no such practice. It is asked for once an
     * invocation.
     */
    Optional<Long> newest(PracticeId practice);

    /** The document of one version, which never changes; it is read every time. */
    Optional<JsonNode> find(PracticeId practice, long version);

    /** Every practice, in the order of their ids. */
    List<PracticeId> ids();

    /**
     * Stores a document as this version.
     *
     * @return false, and nothing is stored, if the version before is not the newest any more
     */
    boolean store(PracticeId practice, long version, JsonNode document);
}
