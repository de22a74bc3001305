package io.leadmap.local.aws;

import org.jspecify.annotations.Nullable;

import software.amazon.dynamodb.services.local.shared.access.TableInfo;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteDBAccess;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * DynamoDB Local's database, which remembers what its tables are like: it would read and parse
 * their description anew at every call, for a transaction at every item. Here tables are made when
 * the runner starts and never change.
 */
final class TableFile extends SQLiteDBAccess {

    // As DynamoDB Local names it, so that it could be started on the same folder.
    private static final String NAME = "shared-local-instance.db";

    private final Map<String, TableInfo> known = new ConcurrentHashMap<>();

    private TableFile() {}

    private TableFile(File file) {
        super(file);
    }

    /**
     * Opens it.
     *
     * @param folder where the file is; null keeps all in memory
     */
    static TableFile open(@Nullable Path folder) {
        return folder == null ? new TableFile() : new TableFile(folder.resolve(NAME).toFile());
    }

    @Override
    @SuppressWarnings("NullAway") // null if there is no such table, which is not remembered
    public TableInfo getTableInfo(String table) {
        return known.computeIfAbsent(table, super::getTableInfo);
    }
}
