package beckon.delivery.control;

import static beckon.delivery.DeliveryFixtures.NOON;
import static beckon.delivery.DeliveryFixtures.invitation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import beckon.connector.mail.MailAnswer;
import beckon.connector.mail.MailAnswer.Outcome;
import beckon.connector.mail.MailConnection;
import beckon.connector.mail.MailConnectionFactory;
import beckon.connector.mail.OutgoingMail;
import beckon.delivery.entity.DispatchRow;
import beckon.delivery.entity.DispatchState;
import beckon.delivery.entity.DispatchTrouble;
import beckon.delivery.entity.OutgoingMessage;
import beckon.shared.Seal;
import beckon.shared.Settings;
import beckon.shared.TokenKeys;
import beckon.shared.TokenSource;
import beckon.shared.persistence.DatabaseTest;
import beckon.shared.persistence.IdRepository;
import beckon.testing.LogBook;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.CommException;
import jakarta.resource.spi.SecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.naming.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmailSenderTest extends DatabaseTest {

    private static final MailAnswer TAKEN = new MailAnswer(Outcome.ACCEPTED, 250, "taken");

    private UUID reference = UUID.randomUUID();
    private final MailServer server = new MailServer();
    private Instant now = NOON;
    private DispatchRepository dispatches;
    private ClaimRepository claims;
    private EmailSender sender;

    @BeforeEach
    void connect() {
        dispatches =
                new DispatchRepository(
                        database.dataSource(), new IdRepository(database.dataSource()));
        claims = DispatchRepositoryTest.claims(database);
        Settings settings = new Settings(Map.of("BECKON_BASE_URL", "https://beckon.example"));
        InstantSource time = () -> now;
        Clock clock = time.withZone(ZoneOffset.UTC);
        sender =
                new EmailSender(
                        new Claims(claims, dispatches, new RetrySchedule(settings), clock),
                        new MailWriter(
                                new MessageTemplates(settings),
                                new FixedKeys(),
                                settings,
                                new UnsubscribeLinks(new FixedKeys(), settings)),
                        server);
    }

    private List<Long> queued(String... recipients) {
        List<OutgoingMessage> messages =
                IntStream.range(0, recipients.length)
                        .mapToObj(i -> invitation(reference, recipients[i]))
                        .toList();
        return database.inTransaction(
                () -> dispatches.add(messages, "beckon.example", now, now.plusSeconds(20)));
    }

    private List<DispatchRow> rows() {
        return dispatches.listRows(Set.of(reference));
    }

    @Test
    void eachGetsOneMailWithALinkThatIsStoredNowhere() {
        List<Long> ids = queued("a@other.example", "b@b\u00FCcher.example");

        sender.send(ids);
        sender.send(ids);

        assertThat(server.mails)
                .extracting(OutgoingMail::to)
                .containsExactly("a@other.example", "b@xn--bcher-kva.example");
        for (OutgoingMail mail : server.mails) {
            String link = "https://beckon.example/join/secret" + (int) mail.to().charAt(0);
            assertThat(mail.html()).contains("href=\"" + link + "\"").doesNotContain("\uE000");
            assertThat(mail.text()).contains(link + "\n").doesNotContain("\uE000");
        }
        assertThat(rows()).extracting(DispatchRow::state).containsOnly(DispatchState.SENT);
        assertThat(server.lent).isEqualTo(server.returned);
    }

    @Test
    void whoeverIsInvitedCanStopItWithOneClick() {
        sender.send(queued("a@other.example"));

        OutgoingMail mail = server.mails.get(0);
        String field = mail.headers().get("List-Unsubscribe");
        assertThat(field)
                .matches(
                        "<https://beckon\\.example/unsubscribe/[A-Za-z0-9_-]{22}seal-of-unsubscribe>");
        assertThat(mail.headers())
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        String link = field.substring(1, field.length() - 1);
        assertThat(mail.html()).contains("href=\"" + link + "\"");
        assertThat(mail.text()).contains(link + "\n");
    }

    @Test
    void newsToAMemberIsNoMailingList() {
        OutgoingMessage news =
                new OutgoingMessage(
                        1,
                        reference,
                        beckon.delivery.entity.Channel.EMAIL,
                        "accepted",
                        "a@x.example",
                        "en",
                        Map.of("memberName", "Bob", "accountName", "Acme"),
                        null,
                        NOON.plus(Duration.ofDays(7)));
        List<Long> ids =
                database.inTransaction(
                        () ->
                                dispatches.add(
                                        List.of(news), "beckon.example", now, now.plusSeconds(20)));

        sender.send(ids);

        assertThat(server.mails.get(0).headers()).isEmpty();
        assertThat(server.mails.get(0).text()).doesNotContain("unsubscribe");
    }

    @Test
    void laterIsDelayedAndNeverIsFailedEachWithTheServersWords() {
        server.answers =
                mail ->
                        mail.to().startsWith("full")
                                ? new MailAnswer(Outcome.LATER, 452, "mailbox full")
                                : new MailAnswer(Outcome.REFUSED, 550, "nobody here");

        sender.send(queued("full@other.example", "gone@other.example"));

        assertThat(rows())
                .extracting(DispatchRow::state, DispatchRow::answerCode, DispatchRow::answer)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                DispatchState.DELAYED, 452, "mailbox full"),
                        org.assertj.core.groups.Tuple.tuple(
                                DispatchState.FAILED, 550, "nobody here"));
    }

    @Test
    void logTellsTroubleAndNobodysAddress() {
        String eve = "eve.adams@x.example";
        try (LogBook log = new LogBook()) {
            server.answers =
                    mail -> new MailAnswer(Outcome.UNREACHABLE, 421, "4.7.0 <" + eve + "> not now");
            sender.send(queued(eve));
            server.answers = mail -> new MailAnswer(Outcome.REFUSED, 550, "no " + eve);
            sender.send(queued(eve));
            server.answers = mail -> new MailAnswer(Outcome.LATER, 452, eve + " is full");
            sender.send(queued(eve));
            server.answers =
                    mail -> {
                        throw new IllegalArgumentException("Illegal address in " + mail.to());
                    };
            sender.send(queued(eve));
            server.answers =
                    mail -> {
                        throw new IllegalStateException(
                                "no mail", new RuntimeException(mail.to() + mail.text()));
                    };
            sender.send(queued(eve));
            server.trouble = new CommException("<" + eve + "> greeted us badly");
            sender.send(queued(eve));

            assertThat(log.lines())
                    .contains(
                            "Mail waits: 4.7.0 <e…@x.example> not now",
                            "java.lang.IllegalStateException: no mail")
                    .anyMatch(line -> line.endsWith("makes no valid mail"))
                    .anyMatch(line -> line.endsWith("greeted us badly"));
            log.assertSilentAbout(eve, "eve.adams");
        }
    }

    @Test
    void brokenConnectionDelaysTheRestUntried() {
        server.answers =
                mail ->
                        server.mails.size() < 2
                                ? TAKEN
                                : new MailAnswer(Outcome.UNREACHABLE, 0, "connection reset");

        sender.send(queued("a@x.example", "b@x.example", "c@x.example", "d@x.example"));

        assertThat(server.mails).hasSize(2);
        assertThat(rows())
                .extracting(DispatchRow::state)
                .containsExactlyInAnyOrder(
                        DispatchState.SENT,
                        DispatchState.DELAYED,
                        DispatchState.DELAYED,
                        DispatchState.DELAYED);
    }

    @Test
    void serverThatIsDownDelaysAllWithTheReason() {
        server.trouble = new CommException("The mail server was not reached: Connection refused");

        sender.send(queued("a@x.example", "b@x.example"));

        assertThat(rows())
                .allSatisfy(
                        row -> {
                            assertThat(row.state()).isEqualTo(DispatchState.DELAYED);
                            assertThat(row.answer()).endsWith("Connection refused");
                            assertThat(row.answerCode()).isNull();
                            assertThat(row.trouble()).isEqualTo(DispatchTrouble.CONNECTION);
                            assertThat(row.nextAttemptAt()).isAfter(now.plusSeconds(59));
                        });
    }

    @Test
    void whatKeepsUsFromAskingIsToldApart() {
        SecurityException signIn = new SecurityException("The mail server refused our sign-in");
        signIn.setErrorCode(MailAnswer.Trouble.SIGN_IN.name());
        CommException insecure = new CommException("The mail server was not reached: certificate");
        insecure.setErrorCode(MailAnswer.Trouble.ENCRYPTION.name());

        assertThat(troubleOf(() -> server.trouble = signIn)).isEqualTo(DispatchTrouble.SIGN_IN);
        assertThat(troubleOf(() -> server.trouble = insecure))
                .isEqualTo(DispatchTrouble.ENCRYPTION);
        assertThat(troubleOf(() -> server.trouble = new ResourceException("no permits")))
                .isEqualTo(DispatchTrouble.BUSY);
        server.trouble = null;
        assertThat(troubleOf(() -> answer(new IllegalArgumentException("no address"))))
                .isEqualTo(DispatchTrouble.INVALID);
        assertThat(troubleOf(() -> answer(new IllegalStateException("no template"))))
                .isEqualTo(DispatchTrouble.UNWRITTEN);
        assertThat(
                        troubleOf(
                                () ->
                                        server.answers =
                                                mail -> new MailAnswer(Outcome.REFUSED, 550, "no")))
                .isNull();
    }

    private void answer(RuntimeException failure) {
        server.answers =
                mail -> {
                    throw failure;
                };
    }

    private DispatchTrouble troubleOf(Runnable cause) {
        cause.run();
        reference = UUID.randomUUID();
        sender.send(queued("a@x.example"));
        return rows().get(0).trouble();
    }

    @Test
    void retryHasTheSameMessageIdAndAFreshLookAtTheClock() {
        server.answers = mail -> new MailAnswer(Outcome.LATER, 451, "try later");
        List<Long> ids = queued("a@x.example");
        sender.send(ids);
        now = now.plus(Duration.ofMinutes(2));
        database.inTransaction(() -> claims.requeueDue(now, now.plusSeconds(20), now, 10_000));
        server.answers = mail -> TAKEN;

        sender.send(ids);

        assertThat(server.mails).hasSize(2);
        assertThat(server.mails.get(0).messageId()).isEqualTo(server.mails.get(1).messageId());
        assertThat(rows())
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.state()).isEqualTo(DispatchState.SENT);
                            assertThat(row.attempts()).isEqualTo(2);
                        });
    }

    @Test
    void withdrawnDuringASlowBatchIsNotSent() {
        server.answers =
                mail -> {
                    now = now.plusMillis(200);
                    database.inTransaction(() -> dispatches.cancel(reference, now));
                    return TAKEN;
                };

        sender.send(queued("a@x.example", "b@x.example", "c@x.example"));

        assertThat(server.mails).as("the one in flight").hasSize(1);
        assertThat(rows())
                .extracting(DispatchRow::state)
                .containsExactlyInAnyOrder(
                        DispatchState.SENT, DispatchState.CANCELLED, DispatchState.CANCELLED);
    }

    @Test
    void slowBatchKeepsItsLease() {
        List<Long> taken = new ArrayList<>();
        server.answers =
                mail -> {
                    now = now.plusSeconds(15);
                    database.inTransaction(
                                    () -> claims.requeueDue(now, now.plusSeconds(20), now, 10_000))
                            .forEach(due -> taken.add(due.id()));
                    return TAKEN;
                };
        List<Long> ids =
                queued("a@x.example", "b@x.example", "c@x.example", "d@x.example", "e@x.example");

        sender.send(ids);

        assertThat(taken).doesNotContainAnyElementsOf(ids);
        assertThat(rows()).extracting(DispatchRow::state).containsOnly(DispatchState.SENT);
    }

    @Test
    void unknownIdIsAFaultAfterTheOthersAreDone() {
        List<Long> ids = new ArrayList<>(queued("a@x.example"));
        ids.add(Long.MAX_VALUE);

        assertThatIllegalArgumentException().isThrownBy(() -> sender.send(ids));

        assertThat(server.mails).hasSize(1);
        assertThat(rows()).extracting(DispatchRow::state).containsExactly(DispatchState.SENT);
    }

    @Test
    void mailThatCannotBeWrittenHindersNoOther() {
        OutgoingMessage impossible =
                new OutgoingMessage(
                        1,
                        reference,
                        beckon.delivery.entity.Channel.EMAIL,
                        "invitation",
                        "a@x.example",
                        "en",
                        Map.of("kind", "NOBODY"),
                        null,
                        NOON.plus(Duration.ofDays(7)));
        List<Long> ids =
                new ArrayList<>(
                        database.inTransaction(
                                () ->
                                        dispatches.add(
                                                List.of(impossible),
                                                "beckon.example",
                                                now,
                                                now.plusSeconds(20))));
        ids.addAll(queued("b@x.example"));

        sender.send(ids);

        assertThat(rows())
                .extracting(DispatchRow::state)
                .containsExactlyInAnyOrder(DispatchState.DELAYED, DispatchState.SENT);
    }

    private static final class FixedKeys extends TokenKeys {

        @Override
        public beckon.shared.Token derive(TokenSource source) {
            return new beckon.shared.Token("secret" + source.nonce()[0]);
        }

        @Override
        public Seal seal(String purpose, byte[] content) {
            return new Seal("key", "seal-of-" + purpose);
        }
    }

    private static final class MailServer implements MailConnectionFactory {

        private static final long serialVersionUID = 1L;

        private final transient List<OutgoingMail> mails = new ArrayList<>();
        private transient Function<OutgoingMail, MailAnswer> answers = mail -> TAKEN;
        private ResourceException trouble;
        private int lent;
        private int returned;

        @Override
        public MailConnection getConnection() throws ResourceException {
            if (trouble != null) {
                throw new ResourceException("IJ000453", trouble);
            }
            lent++;
            return new MailConnection() {
                @Override
                public MailAnswer send(OutgoingMail mail) {
                    mails.add(mail);
                    return answers.apply(mail);
                }

                @Override
                public void close() {
                    returned++;
                }
            };
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
}
