package io.leadmap.template;

import java.util.List;
import java.util.Map;

/**
 * What the AWS endpoints must know of template.yaml.
 *
 * @param region the region that every ARN names
 * @param account the account that every ARN names
 * @param tables the tables to create
 * @param keys KMS keys
 * @param buses event buses besides {@code default}
 * @param mailIdentities domains and addresses that SES may send from
 * @param configurationSets names of SES configuration sets
 * @param policies access key (a function's logical id) → all statements of its role. A key that is
 *     not here may do nothing
 */
public record Stack(
        String region,
        String account,
        List<TableDefinition> tables,
        List<EncryptionKey> keys,
        List<Bus> buses,
        List<String> mailIdentities,
        List<String> configurationSets,
        Map<String, List<Statement>> policies) {

    /** Copies what it is given. */
    public Stack {
        tables = List.copyOf(tables);
        keys = List.copyOf(keys);
        buses = List.copyOf(buses);
        mailIdentities = List.copyOf(mailIdentities);
        configurationSets = List.copyOf(configurationSets);
        policies = Map.copyOf(policies);
    }

    /**
     * A KMS key.
     *
     * @param id its key id, what {@code Ref} gives
     * @param arn what {@code GetAtt Arn} gives
     */
    public record EncryptionKey(String logicalId, String id, String arn) {}

    /** An event bus by name (what {@code Ref} gives) and ARN. */
    public record Bus(String logicalId, String name, String arn) {}
}
