package beckon.delivery.control;

import static beckon.delivery.DeliveryFixtures.NOON;

import beckon.connector.text.DeliveryReport;
import beckon.connector.text.OutgoingText;
import beckon.connector.text.TextAnswer;
import beckon.connector.text.TextAnswer.Outcome;
import beckon.connector.text.TextConnection;
import beckon.connector.text.TextConnectionFactory;
import beckon.delivery.entity.Channel;
import beckon.delivery.entity.DispatchRow;
import beckon.delivery.entity.OutgoingMessage;
import beckon.shared.Seal;
import beckon.shared.Settings;
import beckon.shared.Token;
import beckon.shared.TokenKeys;
import beckon.shared.TokenSource;
import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.TestDatabase;
import jakarta.resource.ResourceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.naming.Reference;

/** All of texts between the row and a message centre that says what a test wants. */
final class TextStage {

    static final String WORDS = "Join us: {link}";

    final TestDatabase database;
    final UUID reference = UUID.randomUUID();
    final Centre centre = new Centre();
    final long account;
    final DispatchRepository dispatches;
    final ClaimRepository claims;
    final StopList stops;
    final TextTally tally;
    final PartRepository parts;
    final DoubtRepository doubts;
    final ReportRepository parked;
    final TextReports reports;
    final TextSender sender;
    final ReceiptSeals seals = new ReceiptSeals(new FixedKeys());
    Instant now = NOON;
    boolean tallyFails;

    TextStage(TestDatabase database) {
        this.database = database;
        var source = database.dataSource();
        IdRepository ids = new IdRepository(source);
        InstantSource time = () -> now;
        Clock clock = time.withZone(ZoneOffset.UTC);
        Settings settings = new Settings(Map.of("BECKON_BASE_URL", "https://beckon.example"));
        account = ids.next();
        dispatches = new DispatchRepository(source, ids);
        doubts = new DoubtRepository(source);
        claims = new ClaimRepository(source, doubts);
        stops = new StopList(new StopRepository(source), new FixedKeys());
        tally =
                new TextTally(
                        new TextTallyRepository(source) {
                            @Override
                            public void add(
                                    Map<TextTally.Key, TextTally.Count> counts, Instant slot) {
                                if (tallyFails) {
                                    throw new IllegalStateException("nothing is counted");
                                }
                                super.add(counts, slot);
                            }
                        });
        parts = new PartRepository(source);
        parked = new ReportRepository(source, ids);
        TextWriter texts = new TextWriter(new FixedKeys(), seals, settings);
        reports =
                new TextReports(
                        parts,
                        doubts,
                        parked,
                        dispatches,
                        new TextFateRepository(source, parts, tally),
                        texts,
                        clock);
        Claims claiming = new Claims(claims, dispatches, new RetrySchedule(settings), clock);
        sender = new TextSender(claiming, texts, stops, parts, doubts, tally, clock).from(centre);
    }

    List<Long> queued(String... numbers) {
        return saying(WORDS, numbers);
    }

    List<Long> saying(String words, String... numbers) {
        List<OutgoingMessage> messages =
                Arrays.stream(numbers).map(number -> text(words, number)).toList();
        return database.inTransaction(
                () -> dispatches.add(messages, "beckon.example", now, now.plusSeconds(20)));
    }

    OutgoingMessage text(String words, String number) {
        return new OutgoingMessage(
                account,
                reference,
                Channel.TEXT,
                "invitation",
                number,
                "en",
                Map.of("text", words),
                new TokenSource("invitation", new byte[16], "key"),
                NOON.plus(Duration.ofDays(7)));
    }

    List<DispatchRow> rows() {
        return dispatches.listRows(Set.of(reference));
    }

    DispatchRow row() {
        return rows().get(0);
    }

    void report(DeliveryReport... arrived) {
        database.inTransaction(() -> reports.take(List.of(arrived)));
    }

    /** Lets what is due go again; what is in doubt waits a minute. */
    List<ClaimRepository.Due> sweep() {
        return database.inTransaction(
                () -> claims.requeueDue(now, now.plusSeconds(20), now.plusSeconds(60), 10_000));
    }

    static TextAnswer taken(String... ids) {
        return new TextAnswer(Outcome.ACCEPTED, 0, "accepted", List.of(ids));
    }

    /** The message centre. */
    static final class Centre implements TextConnectionFactory {

        private static final long serialVersionUID = 1L;

        final transient List<OutgoingText> texts = new ArrayList<>();
        transient Function<OutgoingText, TextAnswer> answers =
                text -> taken("id-" + text.reference());
        ResourceException trouble;
        int lent;
        int returned;

        @Override
        public TextConnection getConnection() throws ResourceException {
            if (trouble != null) {
                throw new ResourceException("IJ000453", trouble);
            }
            lent++;
            return new TextConnection() {
                @Override
                public List<TextAnswer> send(
                        List<OutgoingText> some, Predicate<OutgoingText> isWanted) {
                    return IntStream.range(0, some.size())
                            .mapToObj(i -> answer(some.get(i), isWanted))
                            .toList();
                }

                @Override
                public Optional<DeliveryReport> query(String messageId) {
                    return Optional.empty();
                }

                @Override
                public void close() {
                    returned++;
                }
            };
        }

        private TextAnswer answer(OutgoingText text, Predicate<OutgoingText> isWanted) {
            if (!isWanted.test(text)) {
                return new TextAnswer(Outcome.LATER, 0, "withdrawn", List.of());
            }
            texts.add(text);
            return answers.apply(text);
        }

        @Override
        public Reference getReference() {
            return null;
        }

        @Override
        public void setReference(Reference reference) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class FixedKeys extends TokenKeys {

        @Override
        public Token derive(TokenSource source) {
            return new Token("s".repeat(43));
        }

        @Override
        public Seal seal(String purpose, byte[] content) {
            String value = purpose.charAt(0) + new String(content) + "x".repeat(43);
            return new Seal("key", value.replace('+', '-').substring(0, 43));
        }

        @Override
        public List<Seal> seals(String purpose, byte[] content) {
            return List.of(seal(purpose, content));
        }
    }
}
