package io.leadmap.testkit;

import io.leadmap.domain.message.Message;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Messages;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Messages in memory. */
final class InMemoryMessages implements Messages {

    private final Shelf shelf;

    InMemoryMessages(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public void send(PracticeId practice, Message message) {
        synchronized (shelf) {
            if (!copies(practice, message.author()).containsKey(message.id())) {
                Stream.concat(Stream.of(message.author()), message.to().stream())
                        .forEach(person -> copies(practice, person).put(message.id(), message));
            }
        }
    }

    @Override
    public List<Message> unread(PracticeId practice, String person, int limit) {
        synchronized (shelf) {
            return copies(practice, person).values().stream()
                    .filter(message -> message.isUnreadBy(person))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public List<Message> of(
            PracticeId practice, String person, @Nullable String before, int limit) {
        synchronized (shelf) {
            TreeMap<String, Message> all = copies(practice, person);
            return (before == null ? all : all.headMap(before, false))
                    .descendingMap().values().stream().limit(limit).toList();
        }
    }

    @Override
    public Optional<Message> find(PracticeId practice, String person, String id) {
        synchronized (shelf) {
            return Optional.ofNullable(copies(practice, person).get(id));
        }
    }

    @Override
    public boolean read(PracticeId practice, Message unread, String recipient, Instant at) {
        synchronized (shelf) {
            TreeMap<String, Message> theirs = copies(practice, recipient);
            if (!unread.equals(theirs.get(unread.id())) || !unread.isUnreadBy(recipient)) {
                return false;
            }
            theirs.put(unread.id(), unread.read(recipient, at));
            copies(practice, unread.author())
                    .computeIfPresent(unread.id(), (id, copy) -> copy.read(recipient, at));
            return true;
        }
    }

    private TreeMap<String, Message> copies(PracticeId practice, String person) {
        return shelf.messages.computeIfAbsent(
                new Shelf.Scoped<>(practice, person), none -> new TreeMap<>());
    }
}
