package beckon.postbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** Keeps the newest messages and tells who listens that something changed. */
final class Postbox {

    private final int capacity;
    private final Deque<ReceivedMessage> messages = new ArrayDeque<>();
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private long lastId;

    Postbox(int capacity) {
        this.capacity = capacity;
    }

    synchronized long nextId() {
        return ++lastId;
    }

    void put(ReceivedMessage message) {
        synchronized (this) {
            if (messages.size() == capacity) {
                messages.removeLast();
            }
            messages.addFirst(message);
        }
        tell();
    }

    void empty() {
        synchronized (this) {
            messages.clear();
        }
        tell();
    }

    /**
     * Lists what was received, newest first.
     *
     * @param to part of the recipient's address, empty for all
     */
    synchronized List<ReceivedMessage> list(String to) {
        var sought = to.strip().toLowerCase(Locale.ROOT);
        var found = new ArrayList<ReceivedMessage>();
        for (var message : messages) {
            if (message.to().toLowerCase(Locale.ROOT).contains(sought)) {
                found.add(message);
            }
        }
        return found;
    }

    synchronized Optional<ReceivedMessage> find(long id) {
        return messages.stream().filter(message -> message.id() == id).findFirst();
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void unlisten(Runnable listener) {
        listeners.remove(listener);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
