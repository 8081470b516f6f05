package beckon.postbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps the newest messages and tells who listens that something changed.
 *
 * <p>What came over the wire is kept as it is and taken apart when somebody reads it.
 */
final class Postbox {

    private static final Pattern WHOLE_ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");

    private final int capacity;
    private final long room;
    private final Deque<Kept> messages = new ArrayDeque<>();
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private long taken;
    private long lastId;

    private record Kept(ReceivedMessage head, int octets, Supplier<ReceivedMessage> whole) {}

    /**
     * @param capacity so many messages at most
     * @param room so many octets at most, all messages together
     */
    Postbox(int capacity, long room) {
        this.capacity = capacity;
        this.room = room;
    }

    synchronized long nextId() {
        return ++lastId;
    }

    /** Keeps a message that has little to take apart. */
    void put(ReceivedMessage message) {
        put(message, message.text().length() + message.source().length(), () -> message);
    }

    /**
     * @param head the message without its bodies
     * @param octets how large it is
     * @param whole reads all of it
     */
    void put(ReceivedMessage head, int octets, Supplier<ReceivedMessage> whole) {
        synchronized (this) {
            messages.addFirst(new Kept(head, octets, whole));
            taken += octets;
            while (messages.size() > capacity || (taken > room && messages.size() > 1)) {
                taken -= messages.removeLast().octets();
            }
        }
        tell();
    }

    void empty() {
        synchronized (this) {
            messages.clear();
            taken = 0;
        }
        tell();
    }

    /**
     * Lists what was received, newest first.
     *
     * @param to the recipient's address or part of it, in any case; empty for all
     */
    List<ReceivedMessage> list(String to) {
        return sentTo(to).map(Kept::whole).map(Supplier::get).toList();
    }

    /** Lists the same without the bodies. */
    List<ReceivedMessage> listHeads(String to) {
        return sentTo(to).map(Kept::head).toList();
    }

    Optional<ReceivedMessage> find(long id) {
        return kept().filter(message -> message.head().id() == id)
                .findFirst()
                .map(message -> message.whole().get());
    }

    private Stream<Kept> sentTo(String to) {
        var sought = to.strip().toLowerCase(Locale.ROOT);
        Predicate<String> wanted =
                WHOLE_ADDRESS.matcher(sought).matches()
                        ? sought::equals
                        : recipient -> recipient.contains(sought);
        return kept().filter(message -> wanted.test(message.head().to().toLowerCase(Locale.ROOT)));
    }

    private synchronized Stream<Kept> kept() {
        return List.copyOf(messages).stream();
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
