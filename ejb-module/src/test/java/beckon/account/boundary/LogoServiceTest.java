package beckon.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import beckon.account.entity.AccountForm;
import beckon.account.entity.AccountReason;
import beckon.shared.Reason;
import beckon.shared.RefusalException;
import beckon.shared.persistence.DatabaseTest;
import beckon.testing.TestCompany;
import beckon.testing.TestContainer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogoServiceTest extends DatabaseTest {

    private TestContainer container;
    private LogoService logos;
    private AccountService accounts;

    @BeforeEach
    void findCompany() {
        container = new TestContainer(database);
        logos = container.get(LogoService.class);
        accounts = container.get(AccountService.class);
        container.callAs(new TestCompany(database, container).admin("Ada").principalName());
    }

    @Test
    void logoIsShownUntilAnotherIs() throws IOException {
        byte[] picture = picture();
        database.inTransaction(() -> logos.change(picture));
        UUID first = shown();
        assertThat(logos.find(first)).isPresent();

        database.inTransaction(() -> logos.change(picture));

        assertThat(shown()).isNotEqualTo(first);
        assertThat(logos.find(first)).isEmpty();
        assertThat(logos.find(shown())).isPresent();
    }

    @Test
    void removedLogoIsForgotten() throws IOException {
        byte[] picture = picture();
        database.inTransaction(() -> logos.change(picture));
        UUID first = shown();

        database.inTransaction(logos::remove);

        assertThat(shown()).isNull();
        assertThat(logos.find(first)).isEmpty();
    }

    @Test
    void whatIsNoPictureOrTooLargeIsRefused() {
        assertThat(refusal(() -> logos.change(new byte[] {1, 2, 3})))
                .isEqualTo(AccountReason.NO_PICTURE);
        assertThat(refusal(() -> logos.change(new byte[LogoService.MOST_OCTETS + 1])))
                .isEqualTo(AccountReason.PICTURE_TOO_LARGE);
    }

    @Test
    void nameAndLanguageAreChangedByWhoReadThemLast() {
        AccountForm read = database.inTransaction(accounts::getForm);
        AccountForm renamed = new AccountForm("Renamed & Co", "fr", read.version());
        database.inTransaction(() -> accounts.change(renamed));

        assertThat(refusal(() -> accounts.change(renamed)))
                .isEqualTo(AccountReason.CHANGED_MEANWHILE);
        assertThat(database.inTransaction(accounts::getCurrent).name()).isEqualTo("Renamed & Co");
        assertThat(database.inTransaction(accounts::getCurrent).language()).isEqualTo("fr");
    }

    private UUID shown() {
        return database.inTransaction(accounts::getCurrent).logo();
    }

    private Reason refusal(Runnable command) {
        return catchThrowableOfType(RefusalException.class, () -> database.inTransaction(command))
                .reason();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
