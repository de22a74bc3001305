package io.leadmap.local.aws;

import io.leadmap.template.Stack;
import io.leadmap.template.Statement;
import io.leadmap.template.TableDefinition;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the DynamoDB endpoint must know of the stack's tables, by name. */
final class EmulatedTables {

    private final Stack stack;
    private final Map<String, TableDefinition> byName;

    EmulatedTables(Stack stack) {
        this.stack = stack;
        this.byName =
                stack.tables().stream()
                        .collect(Collectors.toMap(TableDefinition::name, Function.identity()));
    }

    /** The name of a table that a request may give by its ARN too. */
    String name(String nameOrArn) {
        int at = nameOrArn.startsWith("arn:") ? nameOrArn.indexOf(":table/") : -1;
        return at < 0 ? nameOrArn : nameOrArn.substring(at + ":table/".length());
    }

    /** The ARN of a table, of one that does not exist too: it is judged before it is looked for. */
    String arn(String name) {
        TableDefinition table = byName.get(name);
        return table != null
                ? table.arn()
                : "arn:aws:dynamodb:%s:%s:table/%s"
                        .formatted(stack.region(), stack.account(), name);
    }

    List<Statement> policy(String name) {
        TableDefinition table = byName.get(name);
        return table == null ? List.of() : table.resourcePolicy();
    }

    /** The attribute that is the hash key of a table, or of its index. */
    Optional<String> hashKey(String name, @Nullable String index) {
        return Optional.ofNullable(byName.get(name))
                .flatMap(table ->
                        index == null
                                ? Optional.of(table.keys())
                                : table.indexes().stream()
                                        .filter(one -> one.name().equals(index))
                                        .map(TableDefinition.Index::keys)
                                        .findFirst())
                .flatMap(keys ->
                        keys.stream()
                                .filter(key -> key.type().equals("HASH"))
                                .map(TableDefinition.Key::attribute)
                                .findFirst());
    }
}
