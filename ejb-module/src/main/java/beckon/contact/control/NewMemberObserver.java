package beckon.contact.control;

import beckon.account.entity.MemberKind;
import beckon.account.entity.NewMember;
import beckon.contact.entity.Contact;
import beckon.contact.entity.ContactKind;
import beckon.person.boundary.PersonService;
import beckon.person.entity.Profile;
import beckon.shared.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Puts a new member into the address book, in the transaction of the joining, and introduces them:
 * a guest sees who invited them, and a guest who invited sees who has come.
 */
@ApplicationScoped
public class NewMemberObserver {

    private ContactEntryRepository entries;
    private PersonService persons;
    private Clock clock;

    protected NewMemberObserver() {}

    @Inject
    public NewMemberObserver(ContactEntryRepository entries, PersonService persons, Clock clock) {
        this.entries = entries;
        this.persons = persons;
        this.clock = clock;
    }

    void onNewMember(@Observes NewMember member) {
        Profile profile = persons.getProfileOf(member.personId());
        EmailAddress email = EmailAddress.of(profile.email());
        entries.removeInvited(member.accountId(), email.key());
        entries.removeInvitedForAll(member.accountId(), email.key());
        entries.removeMember(member.membershipId());
        entries.addForAll(
                List.of(
                        new Contact(
                                member.accountId(),
                                null,
                                member.membershipId(),
                                ContactKind.valueOf(member.kind().name()),
                                true,
                                profile.displayName(),
                                profile.company(),
                                email,
                                null)));
        introduce(member, clock.instant());
    }

    private void introduce(NewMember member, Instant now) {
        long newcomer = member.membershipId();
        if (member.kind() == MemberKind.GUEST) {
            entries.introduce(newcomer, newcomer, now);
        }
        if (member.invitedBy() != null) {
            entries.introduce(newcomer, member.invitedBy(), now);
            entries.introduce(member.invitedBy(), newcomer, now);
        }
    }
}
