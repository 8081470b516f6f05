package beckon.attachment.boundary;

import static beckon.attachment.FileFixtures.joined;
import static beckon.attachment.FileFixtures.jpeg;
import static beckon.attachment.FileFixtures.pdf;
import static beckon.attachment.FileFixtures.text;
import static beckon.testing.Crowds.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import beckon.account.entity.Caller;
import beckon.attachment.control.Attaching;
import beckon.attachment.control.AttachmentRepository;
import beckon.attachment.control.AttachmentStore;
import beckon.attachment.control.AttachmentSweeper;
import beckon.attachment.entity.AttachmentReason;
import beckon.attachment.entity.AttachmentRow;
import beckon.attachment.entity.FileContent;
import beckon.attachment.entity.FileType;
import beckon.attachment.entity.SharedFile;
import beckon.audit.boundary.AuditService;
import beckon.shared.RefusalException;
import beckon.shared.TokenHash;
import beckon.shared.TokenKeys;
import beckon.shared.TokenSource;
import beckon.shared.persistence.DatabaseTest;
import beckon.shared.persistence.RateLimitRepository;
import beckon.shared.persistence.Statements;
import beckon.testing.TestCompany;
import beckon.testing.TestContainer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentServiceTest extends DatabaseTest {

    @TempDir private Path data;
    private TestContainer container;
    private TestCompany company;
    private AttachmentService attachments;
    private Caller ben;

    @BeforeEach
    void signIn() {
        container = new TestContainer(database, Map.of("BECKON_DATA_DIR", data.toString()));
        container.with(Attaching.class, new TransactionalAttaching());
        company = new TestCompany(database, container);
        attachments = container.get(AttachmentService.class);
        ben = company.coworker("Ben", "Moreau");
        as(ben);
    }

    @Test
    void uploadedFileIsItsOwnersWithASmallPicture() {
        AttachmentRow photo = upload("Photo.jpeg", jpeg(400, 300));

        assertThat(photo.name()).isEqualTo("Photo.jpeg");
        assertThat(photo.type()).isEqualTo(FileType.JPEG);
        assertThat(photo.size()).isEqualTo(jpeg(400, 300).length);
        assertThat(photo.thumbnail()).isTrue();
        assertThat(attachments.get(photo.handle())).isEqualTo(photo);
        assertThat(attachments.findThumbnail(photo.handle())).isPresent();
        assertThat(upload("Plan.pdf", pdf()).thumbnail()).isFalse();
    }

    @Test
    void photoIsKeptWithoutWhatItTellsOfItsMaker() throws IOException {
        byte[] photo = jpeg(40, 30);

        AttachmentRow kept = upload("a.jpg", joined(photo, text("48.8584 N 2.2945 E")));

        assertThat(kept.size()).isEqualTo(photo.length);
        assertThat(Files.readAllBytes(files().get(0))).isEqualTo(photo);
    }

    @Test
    void contentDecidesWhateverTheNameSays() {
        assertThat(upload("photo.html", jpeg(4, 4)).name()).isEqualTo("photo.jpg");
        assertRefused(AttachmentReason.FILE_TYPE, "photo.jpg", text("<svg onload=alert(1)/>"));
        assertRefused(AttachmentReason.FILE_TYPE, "photo.jpg", text("MZ\u0090 program"));
    }

    @Test
    void refusedFileLeavesNothingOnDisk() {
        assertRefused(AttachmentReason.EMPTY_FILE, "a.jpg", new byte[0]);
        assertRefused(AttachmentReason.FILE_TYPE, "a.jpg", text("words"));
        assertRefused(AttachmentReason.FILE_TOO_LARGE, "a.jpg", large(10_000_001));

        assertThat(files()).isEmpty();
        assertThat(audited("attachment.refused"))
                .containsExactly("EMPTY_FILE", "FILE_TYPE", "FILE_TOO_LARGE");
    }

    @Test
    void largestFileIsTaken() {
        assertThat(upload("a.jpg", large(10_000_000)).size()).isEqualTo(10_000_000);
    }

    @Test
    void declaredSizeIsNotBelieved() {
        byte[] file = large(10_000_001);

        assertThat(refusal(() -> attachments.upload("a.jpg", stream(file), 100)))
                .isEqualTo(AttachmentReason.FILE_TOO_LARGE);
        assertThat(refusal(() -> attachments.upload("a.jpg", stream(file), 10_000_001)))
                .isEqualTo(AttachmentReason.FILE_TOO_LARGE);
    }

    @Test
    void uploadThatBreaksOffLeavesNothing() {
        InputStream broken =
                new InputStream() {
                    private int left = 100_000;

                    @Override
                    public int read() throws IOException {
                        if (--left < 0) {
                            throw new IOException("gone");
                        }
                        return 0xFF;
                    }
                };

        assertThatThrownBy(() -> attachments.upload("a.jpg", broken, -1))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(files()).isEmpty();
    }

    @Test
    void directoryThatCannotBeWrittenToIsSaidInWords() throws IOException {
        Files.writeString(data.resolve("attachments"), "in the way");

        assertRefused(AttachmentReason.NO_ROOM, "a.jpg", jpeg(4, 4));
    }

    @Test
    void onlyTheServerMayReadTheFile() throws IOException {
        upload("a.jpg", jpeg(4, 4));

        assertThat(files()).hasSize(1);
        assertThat(Files.getPosixFilePermissions(files().get(0)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(data.resolve("attachments")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void hostileNameNeverBecomesAPath() {
        AttachmentRow file = upload("../../../tmp/evil.sh", jpeg(4, 4));

        assertThat(files()).containsExactly(data.resolve("attachments/" + file.handle()));
        assertThat(file.name()).isEqualTo("evil.jpg");
    }

    @Test
    void removedFileIsGoneFromDiskAndTable() {
        AttachmentRow file = upload("a.jpg", jpeg(4, 4));

        attachments.remove(file.handle());

        assertThat(files()).isEmpty();
        assertThat(rows()).isZero();
        assertThat(refusal(() -> attachments.remove(file.handle())))
                .isEqualTo(AttachmentReason.NOT_FOUND);
        assertThat(audited("attachment.removed")).containsExactly("done");
    }

    @Test
    void nobodyElseSeesRemovesOrSendsIt() {
        AttachmentRow file = upload("a.jpg", jpeg(4, 4));
        Caller carol = company.coworker("Carol", "Coach");
        Caller stranger = new TestCompany(database, container).admin("Sam");

        for (Caller other : List.of(carol, stranger)) {
            as(other);
            assertThat(refusal(() -> attachments.get(file.handle())))
                    .isEqualTo(AttachmentReason.NOT_FOUND);
            assertThat(attachments.findThumbnail(file.handle())).isEmpty();
            assertThat(refusal(() -> attachments.remove(file.handle())))
                    .isEqualTo(AttachmentReason.NOT_FOUND);
            assertThat(refusal(() -> claim(file, other))).isEqualTo(AttachmentReason.NOT_FOUND);
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void claimedFileIsOpenedByItsLinkUntilItExpires() throws IOException {
        byte[] octets = jpeg(40, 30);
        AttachmentRow file = upload("Été.jpg", octets);

        String token = token(claim(file, ben));

        assertThat(attachments.look(token))
                .contains(
                        new SharedFile(
                                "Été.jpg", FileType.JPEG, octets.length, "Test & Co", inADay()));
        try (FileContent content = attachments.open(token).orElseThrow()) {
            assertThat(content.octets().readAllBytes()).isEqualTo(octets);
        }
        container.clock().move(Duration.ofDays(1));
        assertThat(attachments.look(token)).isEmpty();
        assertThat(attachments.open(token)).isEmpty();
    }

    @Test
    void claimedFileIsItsOwnersNoMore() {
        AttachmentRow file = upload("a.jpg", jpeg(4, 4));
        claim(file, ben);

        assertThat(refusal(() -> claim(file, ben))).isEqualTo(AttachmentReason.NOT_FOUND);
        assertThat(refusal(() -> attachments.remove(file.handle())))
                .isEqualTo(AttachmentReason.NOT_FOUND);
        assertThat(attachments.findThumbnail(file.handle())).isEmpty();
        assertThat(files()).hasSize(1);
    }

    @Test
    void claimOfARefusedCommandIsUndone() {
        AttachmentRow file = upload("a.jpg", jpeg(4, 4));

        assertThatThrownBy(
                        () ->
                                database.inTransaction(
                                        () -> {
                                            attachments.claim(
                                                    file.handle(), ben.membershipId(), inADay(), 1);
                                            throw new IllegalArgumentException("refused");
                                        }))
                .hasMessage("refused");

        assertThat(attachments.get(file.handle())).isEqualTo(file);
    }

    @Test
    void hundredClaimsAtOnceAreOne() throws Exception {
        AttachmentRow file = upload("a.jpg", jpeg(4, 4));

        assertThat(atOnce(100, () -> succeeds(() -> claim(file, ben))))
                .filteredOn(claimed -> claimed)
                .hasSize(1);
    }

    @Test
    void fileThatWasNotSentWithinAnHourCannotBeSent() {
        AttachmentRow file = upload("a.jpg", jpeg(4, 4));
        container.clock().move(Attaching.WAITING);

        assertThat(refusal(() -> claim(file, ben))).isEqualTo(AttachmentReason.NOT_FOUND);
    }

    @Test
    void invitationSentAnewKeepsItsFileLongerUnderAnotherLink() {
        TokenSource source = claim(upload("a.jpg", jpeg(4, 4)), ben);
        Instant later = inADay().plus(Duration.ofDays(3));

        TokenSource renewed = renew(source, later).orElseThrow();

        assertThat(attachments.look(token(source))).isEmpty();
        assertThat(renew(source, later)).isEmpty();
        assertThat(attachments.look(token(renewed)).orElseThrow().expiresAt()).isEqualTo(later);
        container.clock().move(Duration.ofDays(3));
        sweep();
        assertThat(attachments.open(token(renewed))).isPresent();
        container.clock().move(Duration.ofDays(1));
        assertThat(renew(renewed, later.plusSeconds(1))).isEmpty();
    }

    @Test
    void linkEndsInItsOwnTimeAlthoughAnotherKeepsTheFile() {
        List<TokenSource> links = claim(upload("a.jpg", jpeg(4, 4)), ben, 2);
        TokenSource renewed = renew(links.get(1), inADay().plus(Duration.ofDays(3))).orElseThrow();

        container.clock().move(Duration.ofDays(1));

        assertThat(attachments.look(token(links.get(0)))).isEmpty();
        assertThat(attachments.open(token(renewed))).isPresent();
    }

    @Test
    void eachLinkOfAFileDiesAloneAndTheLastTakesTheFileAlong() {
        AttachmentRow file = upload("a.jpg", jpeg(4, 4));
        List<TokenSource> links = claim(file, ben, 2);

        withdraw(links.get(0));

        assertThat(attachments.open(token(links.get(0)))).isEmpty();
        assertThat(attachments.open(token(links.get(1)))).isPresent();
        sweep();
        assertThat(files()).hasSize(1);
        withdraw(links.get(1));
        assertThat(attachments.look(token(links.get(1)))).isEmpty();
        sweep();
        assertThat(files()).isEmpty();
    }

    @Test
    void linkOfAnInvitationTakenOverIsGoodWhenItsFirstSenderIsGone() {
        Caller other = company.coworker("Ida", "Lund");
        TokenSource first = claim(upload("a.jpg", jpeg(4, 4)), ben);
        update("update membership set deactivated_at = joined_at where id = ?", ben.membershipId());

        TokenSource renewed =
                database.inTransaction(
                                () -> attachments.renew(first, other.membershipId(), inADay()))
                        .orElseThrow();

        assertThat(attachments.open(token(renewed))).isPresent();
    }

    @Test
    void tokenStandsNowhereInTheTable() {
        AttachmentRow file = upload("a.jpg", jpeg(4, 4));
        String token = token(claim(file, ben));

        assertThat(
                        new Statements(database.dataSource())
                                .find(
                                        "select l.token_hash from attachment_link l join attachment f"
                                                + " on f.id = l.attachment_id where f.handle = ?",
                                        row -> row.getBytes(1),
                                        file.handle()))
                .contains(TokenHash.of(token));
    }

    @Test
    void linkIsDeadOnceItsSenderOrCompanyIsGone() {
        String token = token(claim(upload("a.jpg", jpeg(4, 4)), ben));

        update("update membership set deactivated_at = joined_at where id = ?", ben.membershipId());
        assertThat(attachments.look(token)).isEmpty();
        update("update membership set deactivated_at = null where id = ?", ben.membershipId());
        assertThat(attachments.look(token)).isPresent();
        update("update account set closed_at = created_at where id = ?", company.accountId());
        assertThat(attachments.open(token)).isEmpty();
    }

    @Test
    void linksHandedOverAreGoodOnTheirNewOwnersBehalf() {
        Caller other = company.coworker("Ida", "Lund");
        String token = token(claim(upload("a.jpg", jpeg(4, 4)), ben));

        database.inTransaction(
                () -> attachments.handOver(ben.membershipId(), other.membershipId()));
        update("update membership set deactivated_at = joined_at where id = ?", ben.membershipId());

        assertThat(attachments.open(token)).isPresent();
    }

    @Test
    void fileThatIsNotOnDiskIsNotOpened() throws IOException {
        String token = token(claim(upload("a.jpg", jpeg(4, 4)), ben));
        Files.delete(files().get(0));

        assertThat(attachments.open(token)).isEmpty();
    }

    @Test
    void unknownAndMalformedTokensOpenNothing() {
        upload("a.jpg", jpeg(4, 4));

        for (String token : List.of("", "x", "../../etc/passwd", "\u0000")) {
            assertThat(attachments.look(token)).isEmpty();
            assertThat(attachments.open(token)).isEmpty();
        }
    }

    @Test
    void sentFilesLeaveRoomForOthersToBeSent() {
        for (int i = 0; i < 50; i++) {
            claim(upload("a.jpg", jpeg(4, 4)), ben);
        }

        assertThat(upload("a.jpg", jpeg(4, 4)).size()).isPositive();
    }

    @Test
    void oneMemberHasFiftyUnsentFilesAtMost() {
        for (int i = 0; i < 50; i++) {
            upload("a.jpg", jpeg(4, 4));
        }

        assertRefused(AttachmentReason.FILE_LIMIT, "a.jpg", jpeg(4, 4));
        assertThat(files()).hasSize(50);
        as(company.coworker("Carol", "Coach"));
        upload("a.jpg", jpeg(4, 4));
        as(ben);
        container.clock().move(Attaching.WAITING);
        upload("a.jpg", jpeg(4, 4));
    }

    @Test
    void sentFilesTakeUpTheirOwnersRoom() {
        AttachmentRow sent = upload("a.jpg", jpeg(4, 4));
        claim(sent, ben);
        update("update attachment set octets = 190000001 where handle = ?", sent.handle());

        assertThat(refusal(() -> attachments.upload("a.jpg", stream(large(10_000_000)), -1)))
                .isEqualTo(AttachmentReason.FILE_SPACE);
        assertThat(files()).hasSize(1);
    }

    @Test
    void uploadsAtOnceKeepToTheLimit() throws Exception {
        for (int i = 0; i < 47; i++) {
            upload("a.jpg", jpeg(4, 4));
        }

        assertThat(atOnce(20, () -> succeeds(() -> upload("a.jpg", jpeg(4, 4)))))
                .filteredOn(kept -> kept)
                .hasSize(3);
        assertThat(files()).hasSize(50);
    }

    @Test
    void uploadingAndRemovingAllDayIsStopped() {
        for (int i = 0; i < 100; i++) {
            attachments.remove(upload("a.jpg", jpeg(4, 4)).handle());
        }

        assertRefused(AttachmentReason.FILE_LIMIT, "a.jpg", jpeg(4, 4));
    }

    @Test
    void sweeperDeletesWhatHasExpiredAndNothingElse() {
        upload("unsent.jpg", jpeg(4, 4));
        String sent = token(claim(upload("sent.jpg", jpeg(4, 4)), ben));

        container.clock().move(Attaching.WAITING);
        sweep();
        assertThat(files()).hasSize(1);
        assertThat(attachments.open(sent)).isPresent();

        container.clock().move(Duration.ofDays(1));
        sweep();
        assertThat(files()).isEmpty();
        assertThat(rows()).isZero();
    }

    @Test
    void sweeperDeletesFilesThatACrashHasLeftWithoutARow() throws IOException {
        upload("a.jpg", jpeg(4, 4));
        Path kept = files().get(0);
        Path orphan = Files.write(data.resolve("attachments/" + UUID.randomUUID()), jpeg(4, 4));
        Path young = Files.write(data.resolve("attachments/" + UUID.randomUUID()), jpeg(4, 4));
        Path foreign = Files.writeString(data.resolve("attachments/README"), "not ours");
        FileTime old = FileTime.from(container.clock().instant().minus(Duration.ofHours(2)));
        for (Path file : List.of(kept, orphan, foreign)) {
            Files.setLastModifiedTime(file, old);
        }
        Files.setLastModifiedTime(young, FileTime.from(container.clock().instant()));

        sweep();

        assertThat(files()).containsExactlyInAnyOrder(kept, young, foreign);
    }

    private AttachmentRow upload(String name, byte[] octets) {
        return attachments.upload(name, stream(octets), octets.length);
    }

    private TokenSource claim(AttachmentRow file, Caller owner) {
        return claim(file, owner, 1).get(0);
    }

    private List<TokenSource> claim(AttachmentRow file, Caller owner, int links) {
        return database.inTransaction(
                () -> attachments.claim(file.handle(), owner.membershipId(), inADay(), links));
    }

    private Optional<TokenSource> renew(TokenSource source, Instant expiresAt) {
        return database.inTransaction(
                () -> attachments.renew(source, ben.membershipId(), expiresAt));
    }

    private void withdraw(TokenSource source) {
        database.inTransaction(() -> attachments.withdraw(source));
    }

    private String token(TokenSource source) {
        return container.get(TokenKeys.class).derive(source).secret();
    }

    private Instant inADay() {
        return Instant.parse("2026-03-02T12:00:00Z");
    }

    private void sweep() {
        AttachmentSweeper sweeper = container.get(AttachmentSweeper.class);
        sweeper.sweepExpired(container.clock().instant());
        sweeper.sweepOrphans(container.clock().instant());
    }

    private void as(Caller caller) {
        container.callAs(caller.principalName());
    }

    private void assertRefused(AttachmentReason reason, String name, byte[] octets) {
        assertThat(refusal(() -> upload(name, octets))).isEqualTo(reason);
    }

    private static Object refusal(Runnable command) {
        return catchThrowableOfType(RefusalException.class, command::run).reason();
    }

    private static boolean succeeds(Runnable command) {
        try {
            command.run();
            return true;
        } catch (RefusalException e) {
            return false;
        }
    }

    private List<Path> files() {
        Path directory = data.resolve("attachments");
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long rows() {
        return new Statements(database.dataSource())
                .number(
                        "select count(*) from attachment where account_id = ?",
                        company.accountId());
    }

    private List<String> audited(String action) {
        return new Statements(database.dataSource())
                .list(
                        "select outcome from audit_entry where account_id = ? and action = ?"
                                + " order by id",
                        row -> row.getString(1),
                        company.accountId(),
                        action);
    }

    private void update(String sql, Object value) {
        new Statements(database.dataSource()).update(sql, value);
    }

    private static InputStream stream(byte[] octets) {
        return new ByteArrayInputStream(octets);
    }

    private static byte[] large(int length) {
        byte[] octets = java.util.Arrays.copyOf(pdf(), length);
        assertThat(octets).hasSize(length);
        return octets;
    }

    private final class TransactionalAttaching extends Attaching {
        TransactionalAttaching() {
            super(
                    container.get(AttachmentRepository.class),
                    container.get(AttachmentStore.class),
                    container.get(RateLimitRepository.class),
                    container.get(AuditService.class));
        }

        @Override
        public AttachmentRow keep(Caller owner, Written written, Instant now) {
            return database.inTransaction(() -> super.keep(owner, written, now));
        }

        @Override
        public void forget(Caller owner, UUID handle, Instant now) {
            database.inTransaction(() -> super.forget(owner, handle, now));
        }
    }
}
