package beckon.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beckon.attachment.boundary.AttachmentService;
import beckon.attachment.entity.AttachmentReason;
import beckon.attachment.entity.AttachmentRow;
import beckon.shared.RefusalException;
import beckon.shared.TokenKeys;
import beckon.shared.TokenSource;
import beckon.testing.BeckonIT;
import beckon.testing.Database;
import beckon.testing.Http;
import beckon.testing.Pictures;
import beckon.testing.SignedIn;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Files for texts, in the server that takes and hands them out. */
class AttachmentIT extends BeckonIT {
    @Inject private AttachmentService attachments;
    @Inject private TokenKeys keys;
    @Inject private Clock clock;
    @Resource private UserTransaction transaction;

    private final byte[] photo = Pictures.jpeg(800, 600);

    @Test
    void claimedFileIsTakenByWhoeverHoldsItsLink() {
        String token = token(claim(upload("Été 2026.jpg"), inAnHour()));

        Http.Answer page = Http.get("/file/" + token);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Été 2026.jpg", "Acme Corp").doesNotContain("Ben Moreau");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).contains("no-store");
        Http.Answer file = Http.get("/download/" + token);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Disposition"))
                .isEqualTo(
                        "attachment; filename=\"Ete 2026.jpg\";"
                                + " filename*=UTF-8''%C3%89t%C3%A9%202026.jpg");
        assertThat(file.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(file.header("Content-Length")).isEqualTo(Integer.toString(photo.length));
        assertThat(file.header("Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Cache-Control")).isEqualTo("no-store");
        assertThat(file.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void lookingAndTakingChangesNothing() {
        AttachmentRow file = upload("a.jpg");
        String token = token(claim(file, inAnHour()));
        String before = row(file);

        for (int i = 0; i < 3; i++) {
            Http.get("/file/" + token);
            Http.send("HEAD", "/download/" + token, null);
            Http.get("/download/" + token);
        }

        assertThat(row(file)).isEqualTo(before);
        assertThat(Http.get("/download/" + token).status()).isEqualTo(200);
    }

    @Test
    void expiredUnknownAndMalformedLinksAreOneCalmPage() {
        String expired = token(claim(upload("secret-name.jpg"), clock.instant()));

        for (String link : new String[] {expired, "unknown", "x".repeat(43), "%22%3E%3Cimg%3E"}) {
            Http.Answer page = Http.get("/file/" + link);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body())
                    .contains("This file is not here any more")
                    .doesNotContain("secret-name", "<img>");
            Http.Answer file = Http.get("/download/" + link);
            assertThat(file.status()).isEqualTo(302);
            assertThat(file.header("Location")).startsWith("/file/").doesNotContain("<");
        }
    }

    @Test
    void claimIsUndoneWithTheTransactionThatMadeIt() throws Exception {
        AttachmentRow file = upload("a.jpg");

        transaction.begin();
        claim(file, inAnHour());
        transaction.rollback();

        assertThat(SignedIn.as(SignedIn.ben(), () -> attachments.get(file.handle())))
                .isEqualTo(file);
    }

    @Test
    void filesAreMembersBusiness() {
        AttachmentRow file = upload("a.jpg");

        assertThatThrownBy(() -> attachments.upload("a.jpg", stream(), -1))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> attachments.remove(file.handle()))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(
                        () ->
                                SignedIn.run(
                                        SignedIn.anna(), () -> attachments.remove(file.handle())))
                .isInstanceOfSatisfying(
                        RefusalException.class,
                        e -> assertThat(e.reason()).isEqualTo(AttachmentReason.NOT_FOUND));
    }

    private AttachmentRow upload(String name) {
        return SignedIn.as(SignedIn.ben(), () -> attachments.upload(name, stream(), photo.length));
    }

    private ByteArrayInputStream stream() {
        return new ByteArrayInputStream(photo);
    }

    private TokenSource claim(AttachmentRow file, Instant expiresAt) {
        return SignedIn.as(
                SignedIn.ben(),
                () ->
                        attachments
                                .claim(file.handle(), SignedIn.ben().membershipId(), expiresAt, 1)
                                .get(0));
    }

    private String token(TokenSource source) {
        return keys.derive(source).secret();
    }

    private Instant inAnHour() {
        return clock.instant().plus(Duration.ofHours(1));
    }

    private static String row(AttachmentRow file) {
        return Database.rows(
                        "select * from attachment where handle = cast(? as uuid)",
                        file.handle().toString())
                .toString();
    }
}
