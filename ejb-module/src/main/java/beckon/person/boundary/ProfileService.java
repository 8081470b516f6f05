package beckon.person.boundary;

import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.delivery.boundary.TextService;
import beckon.person.control.Notices;
import beckon.person.control.PersonRepository;
import beckon.person.control.PhoneChecks;
import beckon.person.entity.Person;
import beckon.person.entity.PersonReason;
import beckon.person.entity.PersonRenamed;
import beckon.person.entity.ProfileForm;
import beckon.person.entity.SecurityNotice;
import beckon.person.entity.Visit;
import beckon.shared.PhoneNumber;
import beckon.shared.PrincipalName;
import beckon.shared.RefusalException;
import beckon.shared.Settings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** The door to what people say of themselves. */
@Stateless
@RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
public class ProfileService {

    @Inject PersonRepository persons;
    @Inject PhoneChecks phones;
    @Inject TextService texts;
    @Inject Notices notices;
    @Inject AuditService audit;
    @Inject Settings settings;
    @Inject Event<PersonRenamed> renamed;
    @Inject Clock clock;
    @Inject Principal principal;

    /**
     * Keeps names, language and time zone; whoever lists the person lists them by the new name.
     *
     * @throws RefusalException UNKNOWN_ZONE
     */
    public void change(@NotNull @Valid ProfileForm form) {
        if (!form.timeZone().isEmpty() && !ZoneId.getAvailableZoneIds().contains(form.timeZone())) {
            throw new RefusalException(PersonReason.UNKNOWN_ZONE);
        }
        Person person = person();
        boolean another = !person.profile().displayName().equals(form.displayName());
        person.describe(form);
        if (another) {
            renamed.fire(new PersonRenamed(person.id(), form.displayName()));
            audit.record(act("profile.renamed", null));
        }
    }

    /** Whether numbers can be proved at all. */
    public boolean isTexting() {
        return texts.isAvailable();
    }

    /** The number that waits for the code that was sent there. */
    public Optional<String> findWaitingPhone() {
        return phones.findWaiting(caller().personId(), clock.instant());
    }

    /**
     * Sends a code to a number.
     *
     * @throws RefusalException a {@link beckon.shared.PhoneReason}, COUNTRY_CLOSED,
     *     TOO_MANY_ATTEMPTS
     */
    public void sendCode(
            @NotNull
                    @NotBlank(message = "{getapp.number.missing}")
                    @Size(max = 60, message = "{getapp.number.missing}")
                    String number,
            String remote) {
        PhoneNumber parsed = PhoneNumber.parse(number, settings.homeCountry());
        if (!settings.appCountries().contains(parsed.country())) {
            throw new RefusalException(PersonReason.COUNTRY_CLOSED);
        }
        phones.send(person().profile(), parsed, clock.instant());
        audit.record(act("phone.codeSent", remote));
    }

    /**
     * Keeps the number for the code that was sent there.
     *
     * @throws RefusalException PHONE_CODE_OVER, WRONG_PHONE_CODE
     */
    public void confirmPhone(
            @NotNull
                    @NotBlank(message = "{person.code.missing}")
                    @Size(max = 40, message = "{person.code.tooLong}")
                    String code,
            @NotNull Visit visit) {
        Instant now = clock.instant();
        phones.confirm(caller().personId(), code, now);
        tellOfPhone(visit, now);
    }

    /** Forgets the caller's number. */
    public void removePhone(@NotNull Visit visit) {
        Instant now = clock.instant();
        phones.remove(caller().personId(), now);
        tellOfPhone(visit, now);
    }

    private void tellOfPhone(Visit visit, Instant now) {
        notices.tell(person().profile(), SecurityNotice.PHONE_CHANGED, visit, now);
        audit.record(act("phone.changed", visit.remote()));
    }

    private AuditRecord act(String action, String remote) {
        PrincipalName who = caller();
        return new AuditRecord(
                who.accountId(), who.membershipId(), action, null, AuditRecord.DONE, null, remote);
    }

    private Person person() {
        return persons.get(caller().personId());
    }

    private PrincipalName caller() {
        return PrincipalName.of(principal);
    }
}
