package io.leadmap.local.aws;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteJob;
import com.almworks.sqlite4java.SQLiteQueue;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * The one thread that may use SQLite. DynamoDB Local hands it each statement, some dozens for a
 * transaction, and waits for the answer; here it takes a whole call, and does at once what the call
 * asks of it.
 */
final class DatabaseThread extends SQLiteQueue {

    DatabaseThread(@Nullable File file) {
        super(file);
    }

    /**
     * Makes a call while no other is made. What it throws is thrown.
     *
     * @throws CancellationException if the database was closed
     */
    <T extends @Nullable Object> T alone(Supplier<T> call) {
        if (isDatabaseThread()) {
            return call.get();
        }
        Whole<T> whole = new Whole<>(call);
        execute(whole);
        try {
            return whole.answer.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException refused -> throw refused;
                case Error broken -> throw broken;
                case null, default -> throw e;
            }
        }
    }

    @Override
    public <T, J extends SQLiteJob<T>> J execute(J job) {
        if (!isDatabaseThread()) {
            return super.execute(job);
        }
        try {
            executeJob(job);
        } catch (Throwable e) {
            throw new IllegalStateException("DynamoDB Local's statement was not executed", e);
        }
        return job;
    }

    /** A call as one job. */
    private static final class Whole<T extends @Nullable Object> extends SQLiteJob<Object> {
        private final Supplier<T> call;
        private final CompletableFuture<T> answer = new CompletableFuture<>();

        Whole(Supplier<T> call) {
            this.call = call;
        }

        @Override
        protected Object job(SQLiteConnection connection) {
            return answer.completeAsync(call, Runnable::run);
        }

        @Override
        protected void jobCancelled() {
            answer.cancel(false);
        }
    }
}
