package beckon.demo.control;

import beckon.account.entity.MemberKind;
import beckon.contact.boundary.ContactService;
import beckon.contact.entity.Contact;
import beckon.contact.entity.ContactKind;
import beckon.demo.control.DemoPeople.Name;
import beckon.demo.control.DemoRepository.Member;
import beckon.person.boundary.PersonService;
import beckon.shared.EmailAddress;
import beckon.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Fills an empty database with two companies whose people are made up. */
@ApplicationScoped
public class DemoCompanies {

    private static final System.Logger LOGGER = System.getLogger(DemoCompanies.class.getName());

    private static final int MEMBERS = 180;
    private static final int SEATS = 185;
    private static final int WITHOUT_LICENCE = 3;
    private static final int GUESTS = 8;
    private static final int INVITED_GUESTS = 4;
    private static final int PERSONAL = 22;
    private static final String MARIE = "Marie Curie";

    private DemoRepository rows;
    private PersonService persons;
    private ContactService contacts;
    private Settings settings;
    private Clock clock;

    protected DemoCompanies() {}

    @Inject
    public DemoCompanies(
            DemoRepository rows,
            PersonService persons,
            ContactService contacts,
            Settings settings,
            Clock clock) {
        this.rows = rows;
        this.persons = persons;
        this.contacts = contacts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes the companies, unless they are there already. */
    public void makeOnce() {
        if (rows.isMade()) {
            return;
        }
        DemoPeople people = new DemoPeople();
        String hash = persons.hash(new DemoPassword(settings).get());
        Instant now = clock.instant();
        Member ben = makeAcme(people, hash, now.minus(Duration.ofDays(400)));
        makeGlobex(people, hash, ben, now.minus(Duration.ofDays(200)));
        LOGGER.log(
                Level.INFO,
                "The demo companies are made: sign in as anna@acme.example (admin),"
                        + " ben@acme.example or gina@guest.example with the demo password");
    }

    private Member makeAcme(DemoPeople people, String hash, Instant founded) {
        long acme = rows.addAccount("Acme Corp", "acme.example", founded);
        Member anna = known(acme, MemberKind.ADMIN, "Anna", "Novak", "acme.example", founded);
        Member ben = known(acme, MemberKind.COWORKER, "Ben", "Moreau", "acme.example", founded);
        Member gina = known(acme, MemberKind.GUEST, "Gina", "Iversen", "guest.example", founded);
        List<Member> colleagues = new ArrayList<>();
        for (int i = 2; i < MEMBERS; i++) {
            MemberKind kind = i % 60 == 0 ? MemberKind.ADMIN : MemberKind.COWORKER;
            Instant joined = founded.plus(Duration.ofDays(i));
            colleagues.add(madeUp(acme, kind, people, "acme.example", null, joined));
        }
        List<Member> guests = new ArrayList<>();
        for (int i = 1; i < GUESTS; i++) {
            String company = people.company();
            String domain = DemoPeople.domainOf(company);
            guests.add(madeUp(acme, MemberKind.GUEST, people, domain, company, founded));
        }
        add(List.of(anna, ben, gina), hash);
        add(Stream.concat(colleagues.stream(), guests.stream()).toList(), null);
        rows.license(acme, SEATS, founded.plus(Duration.ofDays(MEMBERS - WITHOUT_LICENCE)));
        guests.forEach(guest -> contacts.introduce(guest.id(), anna.id()));
        contacts.introduce(gina.id(), anna.id());
        contacts.introduce(gina.id(), ben.id());
        contacts.addOwn(invitedGuests(anna, people));
        contacts.addOwn(personalContacts(anna, people));
        contacts.addOwn(List.of(marie(anna), marie(ben)));
        rows.addSecondNumber(acme, MARIE, "+41795550142");
        return ben;
    }

    private void makeGlobex(DemoPeople people, String hash, Member ben, Instant founded) {
        long globex = rows.addAccount("Globex", "globex.example", founded);
        Member grace =
                known(globex, MemberKind.ADMIN, "Grace", "Okafor", "globex.example", founded);
        add(List.of(grace), hash);
        List<Member> colleagues = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            colleagues.add(
                    madeUp(globex, MemberKind.COWORKER, people, "globex.example", null, founded));
        }
        add(colleagues, null);
        Member benAsGuest = ben.in(rows.newId(), globex, MemberKind.GUEST, founded);
        rows.addMemberships(List.of(benAsGuest));
        contacts.addForAll(List.of(contact(benAsGuest)));
        contacts.introduce(benAsGuest.id(), benAsGuest.id());
        contacts.introduce(benAsGuest.id(), grace.id());
    }

    private void add(List<Member> members, String hash) {
        rows.addPersons(members, hash);
        rows.addMemberships(members);
        contacts.addForAll(members.stream().map(DemoCompanies::contact).toList());
        members.stream()
                .filter(member -> member.kind() == MemberKind.GUEST)
                .forEach(guest -> contacts.introduce(guest.id(), guest.id()));
    }

    private Member known(
            long account, MemberKind kind, String first, String last, String domain, Instant at) {
        Name name = new Name(first, last);
        EmailAddress email = EmailAddress.of(DemoPeople.plain(first) + "@" + domain);
        return new Member(
                rows.newId(), account, rows.newId(), kind, name, email, null, "+41791234567", at);
    }

    private Member madeUp(
            long account,
            MemberKind kind,
            DemoPeople people,
            String domain,
            String company,
            Instant at) {
        Name name = people.next();
        return new Member(
                rows.newId(),
                account,
                rows.newId(),
                kind,
                name,
                name.at(domain),
                company,
                people.phone(),
                at);
    }

    private static Contact contact(Member member) {
        return new Contact(
                member.accountId(),
                null,
                member.id(),
                ContactKind.valueOf(member.kind().name()),
                true,
                member.name().full(),
                member.company(),
                member.email(),
                member.phone());
    }

    private static List<Contact> invitedGuests(Member inviter, DemoPeople people) {
        List<Contact> invited = new ArrayList<>();
        for (int i = 0; i < INVITED_GUESTS; i++) {
            Name name = people.next();
            EmailAddress email = name.at("partner.example");
            invited.add(
                    new Contact(
                            inviter.accountId(),
                            inviter.id(),
                            null,
                            ContactKind.GUEST,
                            false,
                            name.full(),
                            null,
                            email,
                            null));
        }
        return invited;
    }

    /** Somebody with a mobile in two countries. */
    private static Contact marie(Member owner) {
        return new Contact(
                owner.accountId(),
                owner.id(),
                null,
                ContactKind.PERSONAL,
                true,
                MARIE,
                "Institut du Radium",
                EmailAddress.of("marie.curie@radium.example"),
                "+33612345678");
    }

    private static List<Contact> personalContacts(Member owner, DemoPeople people) {
        List<Contact> personal = new ArrayList<>();
        for (int i = 1; i < PERSONAL; i++) {
            Name name = people.next();
            String company = people.company();
            personal.add(
                    new Contact(
                            owner.accountId(),
                            owner.id(),
                            null,
                            ContactKind.PERSONAL,
                            true,
                            name.full(),
                            company,
                            name.at(DemoPeople.domainOf(company)),
                            people.phone()));
        }
        return personal;
    }
}
