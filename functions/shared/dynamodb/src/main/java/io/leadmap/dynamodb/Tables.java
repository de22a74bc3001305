package io.leadmap.dynamodb;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.util.Map;

/** The tables of template.yaml, by the names that a function's environment gives. */
record Tables(DynamoDbClient client, Map<String, String> names) {

    Tables {
        names = Map.copyOf(names);
    }

    Table leads() {
        return table("LEADS_TABLE");
    }

    Table history() {
        return table("HISTORY_TABLE");
    }

    Table mail() {
        return table("MAIL_TABLE");
    }

    Table inbox() {
        return table("INBOX_TABLE");
    }

    Table counts() {
        return table("COUNTS_TABLE");
    }

    Table practice() {
        return table("PRACTICE_TABLE");
    }

    private Table table(String variable) {
        String name = names.get(variable);
        if (name == null) {
            throw new IllegalStateException("the environment lacks " + variable);
        }
        return new Table(client, name);
    }
}
