package io.leadmap.ports;

import java.util.Optional;

/** The providers that we speak with, by the name that a connection gives. */
@FunctionalInterface
public interface PmsProviders {

    Optional<PmsProvider> find(String provider);
}
