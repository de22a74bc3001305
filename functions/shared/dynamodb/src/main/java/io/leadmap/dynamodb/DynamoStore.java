package io.leadmap.dynamodb;

import io.leadmap.aws.AwsClients;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Appointments;
import io.leadmap.ports.AwaitedLeads;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Configurations;
import io.leadmap.ports.Counts;
import io.leadmap.ports.DueWork;
import io.leadmap.ports.FirstAnswers;
import io.leadmap.ports.FormLimits;
import io.leadmap.ports.Histories;
import io.leadmap.ports.Inbox;
import io.leadmap.ports.Invocation;
import io.leadmap.ports.KeyService;
import io.leadmap.ports.LeadSheet;
import io.leadmap.ports.Leads;
import io.leadmap.ports.MailLedger;
import io.leadmap.ports.MailLimits;
import io.leadmap.ports.Messages;
import io.leadmap.ports.NameIndex;
import io.leadmap.ports.Patients;
import io.leadmap.ports.Progress;
import io.leadmap.ports.SignIns;
import io.leadmap.ports.Signatures;
import io.leadmap.ports.Store;
import io.leadmap.ports.Suppressions;
import io.leadmap.ports.ToDos;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * Every port on DynamoDB. What is kept in which table, and how, is told by {@code
 * infrastructure/data/TABLES.md}.
 */
public final class DynamoStore implements Store {

    private final Tables tables;
    private final PracticeKeys practiceKeys;
    private final Backoff backoff;
    private final Configurations configurations;
    private final Leads leads;
    private final Histories histories;
    private final MailLedger mailLedger;
    private final DynamoLeadSheet leadSheet;

    /**
     * @param environment names the tables: {@code LEADS_TABLE}, {@code HISTORY_TABLE}, {@code
     *     MAIL_TABLE}, {@code INBOX_TABLE}, {@code COUNTS_TABLE}, {@code PRACTICE_TABLE}; only
     *     those that are used need be there
     * @param keyService wraps practices' keys; asked on first use, never when this is made
     * @param clock tells when a remembered answer or a kept key has expired
     * @param backoff waits between attempts of a transaction
     * @param invocation while it lasts, a configuration that was read is the newest
     */
    public DynamoStore(
            DynamoDbClient client,
            Map<String, String> environment,
            KeyService keyService,
            InstantSource clock,
            Backoff backoff,
            Invocation invocation) {
        this.backoff = backoff;
        tables = new Tables(client, environment);
        practiceKeys = new PracticeKeys(tables, keyService, clock);
        DataKeys dataKeys = new DataKeys(tables, practiceKeys, clock);
        LastHashes lastHashes = new LastHashes(tables);
        configurations = new DynamoConfigurations(tables, practiceKeys, backoff, invocation);
        AppendTransactions transactions =
                new AppendTransactions(tables, practiceKeys, dataKeys, lastHashes, clock);
        leads = new DynamoLeads(tables, practiceKeys, dataKeys, lastHashes, transactions, backoff);
        histories = new DynamoHistories(tables, dataKeys);
        mailLedger = new DynamoMailLedger(tables, dataKeys);
        leadSheet = new DynamoLeadSheet(tables, practiceKeys, dataKeys);
    }

    /** On the tables that the function's environment names. */
    public static DynamoStore of(
            AwsClients aws,
            KeyService keyService,
            InstantSource clock,
            Backoff backoff,
            Invocation invocation) {
        return new DynamoStore(
                client(aws), aws.environment().variables(), keyService, clock, backoff, invocation);
    }

    /**
     * A client of DynamoDB; throttling, errors and single writes that collide with a transaction
     * are repeated twice. A repeated transaction carries the same token and takes effect once; a
     * repeated conditional put may find its own item.
     */
    public static DynamoDbClient client(AwsClients aws) {
        return aws.configured(
                        DynamoDbClient.builder(),
                        "DYNAMODB",
                        AwsClients.someRetries()
                                .retryOnException(TransactionConflictException.class)
                                .build())
                // Discovery would ask for an endpoint before the first call.
                .endpointDiscoveryEnabled(false)
                .build();
    }

    @Override
    public Leads leads() {
        return leads;
    }

    @Override
    public Histories histories() {
        return histories;
    }

    @Override
    public Configurations configurations() {
        return configurations;
    }

    @Override
    public SignIns signIns() {
        return new DynamoSignIns(tables, practiceKeys);
    }

    @Override
    public MailLedger mailLedger() {
        return mailLedger;
    }

    @Override
    public Suppressions suppressions() {
        return new DynamoSuppressions(tables, practiceKeys);
    }

    @Override
    public FirstAnswers firstAnswers() {
        return new DynamoAnswers(tables.practice());
    }

    @Override
    public NameIndex nameIndex() {
        return new DynamoNameIndex(tables, practiceKeys, leadSheet, backoff);
    }

    @Override
    public AwaitedLeads awaitedLeads() {
        return new DynamoAwaitedLeads(tables.leads(), leadSheet);
    }

    @Override
    public DueWork dueWork() {
        return new DynamoDueWork(tables.leads());
    }

    @Override
    public ToDos toDos() {
        return new DynamoToDos(tables, practiceKeys, backoff);
    }

    @Override
    public Messages messages() {
        return new DynamoMessages(tables, practiceKeys, backoff);
    }

    @Override
    public FormLimits formLimits() {
        return this::countSubmission;
    }

    @Override
    public MailLimits mailLimits() {
        return new DynamoMailLimits(tables.practice());
    }

    @Override
    public LeadSheet leadSheet() {
        return leadSheet;
    }

    @Override
    public Inbox inbox() {
        return new DynamoInbox(tables, practiceKeys);
    }

    @Override
    public Appointments appointments() {
        return new DynamoAppointments(tables, practiceKeys, backoff);
    }

    @Override
    public Patients patients() {
        return new DynamoPatients(tables, practiceKeys);
    }

    @Override
    public Counts counts() {
        return new DynamoCounts(tables, backoff);
    }

    @Override
    public Progress progress() {
        return new DynamoProgress(tables);
    }

    @Override
    public Signatures signatures() {
        return (practice, purpose, message) ->
                practiceKeys.hmac(practice, "sign " + purpose, message);
    }

    /**
     * One item for an address and a minute. An answer that is lost counts twice, which does no
     * harm.
     */
    private long countSubmission(PracticeId practice, String address, Instant now) {
        long minute = now.getEpochSecond() / 60;
        String name = Seal.name(practiceKeys.hmac(practice, "submissions", address + " " + minute));
        Table table = tables.practice();
        Map<String, AttributeValue> values =
                Map.of(
                        ":one", AttributeValue.fromN("1"),
                        ":ttl", AttributeValue.fromN(Long.toString((minute + 10) * 60)));
        return Item.of(
                        Table.asked(() ->
                                        table.client()
                                                .updateItem(update ->
                                                        update.tableName(table.name())
                                                                .key(
                                                                        Keys.submissions(
                                                                                        practice,
                                                                                        name)
                                                                                .attributes())
                                                                .updateExpression(
                                                                        "SET #ttl = :ttl ADD #n"
                                                                                + " :one")
                                                                .expressionAttributeNames(
                                                                        Map.of(
                                                                                "#ttl", "ttl", "#n",
                                                                                "n"))
                                                                .expressionAttributeValues(values)
                                                                .returnValues(ReturnValue.ALL_NEW)))
                                .attributes())
                .number("n");
    }
}
