package io.leadmap.leadqueries;

import io.leadmap.domain.decide.DueRules;
import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.message.Message;
import io.leadmap.domain.practice.Person;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Role;
import io.leadmap.domain.practice.Settings;
import io.leadmap.domain.today.Awaits;
import io.leadmap.leadqueries.Today.Group;
import io.leadmap.leadqueries.Today.Item;
import io.leadmap.leadqueries.Today.Kind;
import io.leadmap.leadqueries.Today.LeadItem;
import io.leadmap.leadqueries.Today.Load;
import io.leadmap.leadqueries.Today.MessageItem;
import io.leadmap.leadqueries.Today.ToDoItem;
import io.leadmap.ports.AwaitedLeads;
import io.leadmap.ports.AwaitedLeads.Waiting;
import io.leadmap.ports.LeadSheet;
import io.leadmap.ports.LeadSheet.Row;
import io.leadmap.ports.Messages;
import io.leadmap.ports.ToDos;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Gathers what waits for one person, for nobody or for everybody. It reads at most {@link #COUNTED}
 * leads of each kind for each person, twice as many of those whom nobody has reached, however many
 * leads the practice has.
 */
final class ReadToday {

    /** How much of a kind is looked at for each person. */
    static final int COUNTED = 100;

    /** How much of a kind is shown. */
    static final int SHOWN = 50;

    private final AwaitedLeads awaited;
    private final LeadSheet sheet;
    private final ToDos toDos;
    private final Messages messages;

    ReadToday(AwaitedLeads awaited, LeadSheet sheet, ToDos toDos, Messages messages) {
        this.awaited = awaited;
        this.sheet = sheet;
        this.toDos = toDos;
        this.messages = messages;
    }

    /** Whose work is asked for. */
    enum Whose {
        ME,
        TEAM,
        /** What nobody has taken, and what a person left who is not active any more. */
        NONE
    }

    Today read(Practice practice, Person me, Whose whose, Instant now) {
        Gathering found = new Gathering(practice, now);
        desks(practice, me, whose).forEach(found::add);
        if (whose == Whose.ME) { // messages are nobody's business but their people's
            found.messages(me);
        }
        return new Today(
                found.groups(), whose == Whose.TEAM ? found.loads(practice.people()) : List.of());
    }

    private static Stream<Desk> desks(Practice practice, Person me, Whose whose) {
        Stream<Desk> left =
                Stream.concat(
                        Stream.of(new Desk(null)),
                        practice.people().stream()
                                .filter(person -> !person.active())
                                .map(person -> new Desk(person.id())));
        return switch (whose) {
            case ME -> Stream.of(new Desk(me.id()));
            case NONE -> left;
            case TEAM ->
                    Stream.concat(
                            left,
                            practice.people().stream()
                                    .filter(Person::active)
                                    .map(person -> new Desk(person.id())));
        };
    }

    /**
     * @param person whose it is, null for nobody's
     */
    private record Desk(@Nullable String person) {}

    /** What was found so far, desk by desk. */
    private final class Gathering {
        private final Practice practice;
        private final Instant now;
        private final Map<Kind, List<Item>> items = new HashMap<>();
        private final Map<Kind, Boolean> more = new HashMap<>();
        private final Map<String, List<Item>> ofPeople = new HashMap<>();

        Gathering(Practice practice, Instant now) {
            this.practice = practice;
            this.now = now;
        }

        void add(Desk desk) {
            for (Awaits what : Awaits.values()) {
                AwaitedLeads.Page page = page(desk, what);
                page.leads().stream()
                        .filter(lead -> what != Awaits.TRANSFER || stillAsked(lead))
                        .forEach(lead -> add(desk, kind(what, lead), item(what, lead)));
                if (page.more()) {
                    kinds(what).forEach(kind -> more.put(kind, true));
                }
            }
            due(desk);
        }

        /**
         * Those who wait longest. Of leads that nobody has reached also those who came last: a new
         * one must not vanish behind many that were called in vain.
         */
        private AwaitedLeads.Page page(Desk desk, Awaits what) {
            AwaitedLeads.Page oldest =
                    awaited.read(practice.id(), what, desk.person(), false, COUNTED);
            if (what != Awaits.CONTACT || !oldest.more()) {
                return oldest;
            }
            AwaitedLeads.Page newest =
                    awaited.read(practice.id(), what, desk.person(), true, COUNTED);
            Map<LeadId, Waiting> both = new LinkedHashMap<>();
            Stream.of(oldest, newest)
                    .flatMap(page -> page.leads().stream())
                    .forEach(lead -> both.putIfAbsent(lead.row().id(), lead));
            boolean apart = both.size() == oldest.leads().size() + newest.leads().size();
            return new AwaitedLeads.Page(List.copyOf(both.values()), apart);
        }

        private void add(Desk desk, Kind kind, Item item) {
            items.computeIfAbsent(kind, none -> new ArrayList<>()).add(item);
            if (desk.person() != null) {
                ofPeople.computeIfAbsent(desk.person(), none -> new ArrayList<>()).add(item);
            }
        }

        private void due(Desk desk) {
            ZoneId zone = practice.settings().timeZone();
            LocalDate today = LocalDate.ofInstant(now, zone);
            List<ToDo> open = toDos.open(practice.id(), desk.person(), COUNTED + 1);
            List<ToDo> due =
                    open.stream()
                            .limit(COUNTED)
                            .filter(todo -> !LocalDate.ofInstant(todo.at(), zone).isAfter(today))
                            .toList();
            Function<ToDo, @Nullable Row> row = rows(due, ToDo::lead);
            due.forEach(todo -> add(desk, Kind.DUE, new ToDoItem(todo, row.apply(todo))));
            if (open.size() > COUNTED) {
                more.put(Kind.DUE, true);
            }
        }

        void messages(Person me) {
            List<Message> unread = messages.unread(practice.id(), me.id(), COUNTED + 1);
            List<Message> counted = unread.subList(0, Math.min(COUNTED, unread.size()));
            Function<Message, @Nullable Row> row = rows(counted, Message::lead);
            counted.forEach(message ->
                    add(
                            new Desk(me.id()),
                            Kind.MESSAGES,
                            new MessageItem(message, row.apply(message))));
            if (unread.size() > COUNTED) {
                more.put(Kind.MESSAGES, true);
            }
        }

        /** The lead of each, read in one batch. */
        private <T> Function<T, @Nullable Row> rows(
                List<T> all, Function<T, @Nullable LeadId> lead) {
            Map<LeadId, Row> found =
                    sheet.rows(
                            practice.id(),
                            all.stream()
                                    .flatMap(one -> Stream.ofNullable(lead.apply(one)))
                                    .toList());
            return one -> {
                LeadId about = lead.apply(one);
                return about == null ? null : found.get(about);
            };
        }

        /** A hand-over that was asked of somebody who has left has ended. */
        private boolean stillAsked(Waiting lead) {
            return practice.pending(lead.row().transfer()).isPresent();
        }

        private static Kind kind(Awaits what, Waiting lead) {
            List<Kind> kinds = kinds(what);
            return lead.attempts().count() == 0 ? kinds.getFirst() : kinds.getLast();
        }

        /** The kind of those whom nobody has called, then of those who were called. */
        private static List<Kind> kinds(Awaits what) {
            return switch (what) {
                case CONTACT -> List.of(Kind.NEW, Kind.TRY_AGAIN);
                case REBOOKING -> List.of(Kind.TO_REBOOK);
                case CHECK -> List.of(Kind.TO_CHECK);
                case TRANSFER -> List.of(Kind.TRANSFERS);
            };
        }

        private Item item(Awaits what, Waiting lead) {
            if (what != Awaits.CONTACT) {
                return new LeadItem(lead, null, null);
            }
            Settings settings = practice.settings();
            if (lead.attempts().count() > 0) {
                return new LeadItem(
                        lead, null, DueRules.deadLeadDue(lead.attempts(), settings).orElse(null));
            }
            return new LeadItem(
                    lead,
                    settings.openingHours()
                            .after(lead.since(), settings.firstCallTarget(), settings.timeZone()),
                    null);
        }

        List<Group> groups() {
            return Stream.of(Kind.values()).map(this::group).toList();
        }

        private Group group(Kind kind) {
            List<Item> found = items.getOrDefault(kind, List.of());
            return new Group(
                    kind,
                    found.stream().sorted(Comparator.comparing(Item::since)).limit(SHOWN).toList(),
                    found.size(),
                    more.getOrDefault(kind, false),
                    overdue(found));
        }

        private int overdue(List<Item> of) {
            return (int)
                    of.stream()
                            .map(Item::dueAt)
                            .filter(due -> due != null && due.isBefore(now))
                            .count();
        }

        List<Load> loads(List<Person> people) {
            return people.stream()
                    .filter(Person::active)
                    .filter(person ->
                            ofPeople.containsKey(person.id())
                                    || person.roles().contains(Role.AGENT))
                    .map(person -> {
                        List<Item> theirs = ofPeople.getOrDefault(person.id(), List.of());
                        return new Load(person, theirs.size(), overdue(theirs));
                    })
                    .toList();
        }
    }
}
