package io.leadmap.simulation.tables;

import java.util.function.Supplier;

/** What stands between a caller and the tables. */
public interface TableCalls {

    /** A call that nothing can happen to. */
    TableCalls UNHINDERED =
            new TableCalls() {
                @Override
                public <T> T read(String what, Supplier<T> call) {
                    return call.get();
                }

                @Override
                public <T> T write(String what, Supplier<T> call) {
                    return call.get();
                }

                @Override
                public <T> T transaction(String what, Supplier<T> call) {
                    return call.get();
                }
            };

    <T> T read(String what, Supplier<T> call);

    <T> T write(String what, Supplier<T> call);

    <T> T transaction(String what, Supplier<T> call);
}
