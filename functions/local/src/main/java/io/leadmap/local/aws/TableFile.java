package io.leadmap.local.aws;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.dynamodb.services.local.shared.access.ListTablesResponseInfo;
import software.amazon.dynamodb.services.local.shared.access.TableInfo;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteDBAccess;
import software.amazon.dynamodb.services.local.shared.access.sqlite.TableSchemaInfo;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * DynamoDB Local's database, made quicker in two ways. Whole calls are made on SQLite's thread
 * ({@link #alone}), which also answers a write only when it is committed. And it remembers what its
 * tables are like, instead of reading and parsing their description at every call: here tables are
 * made when the runner starts and never change.
 */
final class TableFile extends SQLiteDBAccess {

    // As DynamoDB Local names it, so that it could be started on the same folder.
    private static final String NAME = "shared-local-instance.db";

    private final Map<String, TableInfo> known = new ConcurrentHashMap<>();
    private final DatabaseThread thread;

    /** The queue that DynamoDB Local has begun by then is taken out; ours needs its tables, too. */
    private TableFile(@Nullable File file)
            throws InterruptedException, ReflectiveOperationException {
        super(file);
        queue.stop(true).join();
        thread = new DatabaseThread(file);
        queue = thread.start();
        Method makeTables = SQLiteDBAccess.class.getDeclaredMethod("initializeMetadataTables");
        makeTables.setAccessible(true);
        makeTables.invoke(this);
    }

    /**
     * Opens it.
     *
     * @param folder where the file is; null keeps all in memory
     */
    static TableFile open(@Nullable Path folder) throws IOException {
        try {
            return new TableFile(folder == null ? null : folder.resolve(NAME).toFile());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while opening the tables");
        } catch (ReflectiveOperationException e) {
            throw new IOException("DynamoDB Local is not the version that is known here", e);
        }
    }

    /** Makes a call of DynamoDB Local while no other is made; what it throws is thrown. */
    <T extends @Nullable Object> T alone(Supplier<T> call) {
        return thread.alone(call);
    }

    /** None that anybody shares: who holds one must not wait for the thread that wants it. */
    @Override
    public ReentrantReadWriteLock getLockForTable(String table) {
        return new ReentrantReadWriteLock();
    }

    @Override
    @SuppressWarnings("NullAway") // null if there is no such table, which is not remembered
    public TableInfo getTableInfo(String table) {
        TableInfo found = known.get(table);
        if (found == null) {
            found = alone(() -> super.getTableInfo(table));
            if (found != null) {
                known.put(table, found);
            }
        }
        return found;
    }

    // The rest is what DynamoDB Local does from time to time by threads of its own.

    @Override
    public ListTablesResponseInfo listTables(@Nullable String after, @Nullable Long limit) {
        return alone(() -> super.listTables(after, limit));
    }

    @Override
    public void findAndRolloverActiveShards(String table, long age) {
        alone(() -> {
            super.findAndRolloverActiveShards(table, age);
            return table;
        });
    }

    @Override
    public Map<String, List<GlobalSecondaryIndexDescription>> getGSIsByStatusFromAllTables(
            IndexStatus status, @Nullable Boolean backfilling) {
        return alone(() -> super.getGSIsByStatusFromAllTables(status, backfilling));
    }

    @Override
    public Map<String, TableSchemaInfo> fetchAllTablesWithTimeToLiveEnabled() {
        return alone(super::fetchAllTablesWithTimeToLiveEnabled);
    }
}
