package beckon.contact.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import beckon.account.entity.Caller;
import beckon.attachment.FileFixtures;
import beckon.contact.control.ContactEntryRepository;
import beckon.contact.entity.ContactGroup;
import beckon.contact.entity.ContactQuery;
import beckon.contact.entity.ContactRow;
import beckon.licence.boundary.PeopleService;
import beckon.licence.entity.PeopleQuery;
import beckon.licence.entity.PersonRow;
import beckon.person.boundary.PersonService;
import beckon.person.boundary.PhotoService;
import beckon.person.control.HastyPhotos;
import beckon.person.control.PhotoLimits;
import beckon.person.entity.PersonReason;
import beckon.shared.Reason;
import beckon.shared.RefusalException;
import beckon.shared.persistence.DatabaseTest;
import beckon.shared.persistence.RateLimitRepository;
import beckon.shared.persistence.Statements;
import beckon.testing.TestCompany;
import beckon.testing.TestContainer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContactPhotoServiceTest extends DatabaseTest {

    private final byte[] picture = FileFixtures.jpeg(400, 300);
    private TestContainer container;
    private ContactPhotoService photos;
    private PhotoService own;
    private Caller bob;
    private Caller ada;
    private Caller gina;
    private Caller gus;

    @BeforeEach
    void findCompany() {
        container = new TestContainer(database);
        container.with(
                PhotoLimits.class, HastyPhotos.make(container.get(RateLimitRepository.class)));
        TestCompany company = new TestCompany(database, container);
        photos = container.get(ContactPhotoService.class);
        own = container.get(PhotoService.class);
        ada = company.admin("Ada");
        bob = company.coworker("Bob", "Builder");
        gina = company.guest("Gina", bob);
        gus = company.guest("Gus", ada);
        callAs(bob);
    }

    @Test
    void photoIsShownWhereverItsOwnerIsListed() {
        UUID photo = change();

        assertThat(shown()).isEqualTo(photo);
        callAs(ada);
        assertThat(listed().photo()).isEqualTo(photo);
        assertThat(card()).isEqualTo(photo);
        assertThat(people().photo()).isEqualTo(photo);
        assertThat(photos.find(photo, true)).isPresent();
        assertThat(photos.find(photo, false)).isPresent();
    }

    @Test
    void onlyWhoMaySeeThePersonSeesThePhoto() {
        UUID photo = change();
        assertThat(photos.find(photo, false)).as("Bob himself").isPresent();
        callAs(gina);
        assertThat(photos.find(photo, false)).as("a guest who knows Bob").isPresent();
        callAs(gus);
        assertThat(photos.find(photo, false)).as("a guest who does not").isEmpty();
        callAs(new TestCompany(database, container).admin("Eve"));
        assertThat(photos.find(photo, false)).as("another company").isEmpty();
        callAs(gus);
        UUID guests = change();
        assertThat(photos.find(guests, false)).as("a guest's own").isPresent();
    }

    @Test
    void whoIsPutOutIsSeenNoMore() {
        UUID photo = change();
        database.inTransaction(
                () -> {
                    container.get(ContactEntryRepository.class).removeMember(bob.membershipId());
                });

        callAs(ada);

        assertThat(photos.find(photo, false)).isEmpty();
    }

    @Test
    void anotherPhotoHasAnotherAddressAndTheOldOneIsForgotten() {
        UUID first = change();

        UUID second = change();

        assertThat(second).isNotEqualTo(first);
        assertThat(photos.find(first, false)).isEmpty();
        assertThat(photos.find(second, false)).isPresent();
    }

    @Test
    void removedPhotoIsForgotten() {
        UUID photo = change();

        database.inTransaction(own::remove);

        assertThat(photos.find(photo, false)).isEmpty();
        assertThat(shown()).isNull();
        assertThat(audited()).endsWith("photo.changed", "photo.removed");
    }

    @Test
    void whatIsNoPictureOrTooLargeIsRefusedAndThePhotoStays() {
        UUID photo = change();

        assertThat(refusal(FileFixtures.text("hello"))).isEqualTo(PersonReason.NO_PICTURE);
        assertThat(refusal(FileFixtures.bomb(9_000, 9_000))).isEqualTo(PersonReason.NO_PICTURE);
        assertThat(refusal(new byte[0])).isEqualTo(PersonReason.NO_PICTURE);
        assertThat(refusal(new byte[PhotoService.MOST_OCTETS + 1]))
                .isEqualTo(PersonReason.PICTURE_TOO_LARGE);
        assertThat(photos.find(photo, true)).isPresent();
    }

    @Test
    void whoseTurnDoesNotComeIsRefusedAndThePhotoStays() {
        UUID photo = change();

        Reason reason = container.get(PhotoLimits.class).inTurn(() -> refusal(picture));

        assertThat(reason).isEqualTo(PersonReason.TOO_MANY_PICTURES);
        assertThat(photos.find(photo, true)).isPresent();
        assertThat(shown()).isEqualTo(photo);
        assertThat(change()).as("the next turn").isNotEqualTo(photo);
    }

    @Test
    void twentyPhotosAnHourAreDrawn() {
        for (int i = 0; i < 20; i++) {
            change();
        }

        assertThat(refusal(picture)).isEqualTo(PersonReason.TOO_MANY_ATTEMPTS);
        container.clock().move(Duration.ofHours(1));
        assertThat(change()).isNotNull();
    }

    private UUID change() {
        return database.inTransaction(() -> own.change(picture));
    }

    private UUID shown() {
        return database.inTransaction(
                () -> container.get(PersonService.class).getProfile().photo());
    }

    private Reason refusal(byte[] file) {
        return database.inTransaction(
                () ->
                        catchThrowableOfType(RefusalException.class, () -> own.change(file))
                                .reason());
    }

    private void callAs(Caller caller) {
        container.callAs(caller.principalName());
    }

    private ContactRow listed() {
        return container
                .get(ContactService.class)
                .list(new ContactQuery(ContactGroup.ALL, "builder", 0, 10))
                .rows()
                .get(0);
    }

    private UUID card() {
        return container
                .get(ContactService.class)
                .findCard(listed().handle())
                .orElseThrow()
                .photo();
    }

    private PersonRow people() {
        return container.get(PeopleService.class).list(PeopleQuery.everybody(0, 10)).rows().stream()
                .filter(row -> row.name().equals("Bob Builder"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> audited() {
        return new Statements(database.dataSource())
                .list(
                        "select action from audit_entry where actor_id = ? order by id",
                        row -> row.getString(1),
                        bob.membershipId());
    }
}
