package io.leadmap.ports;

/** Makes ids that no other call, copy or restored snapshot of a function makes. */
@FunctionalInterface
public interface IdSource {

    /** 26 lower-case letters and digits, growing with time. */
    String next();
}
