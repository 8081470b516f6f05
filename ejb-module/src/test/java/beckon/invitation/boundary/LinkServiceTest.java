package beckon.invitation.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.account.entity.WhoMayInvite;
import beckon.invitation.Company;
import beckon.invitation.LinkTest;
import beckon.invitation.control.Sharing;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.LinkReason;
import beckon.invitation.entity.LinkRow;
import beckon.invitation.entity.LinkState;
import beckon.invitation.entity.OfferState;
import beckon.invitation.entity.ShareLink;
import beckon.invitation.entity.SharedLink;
import beckon.shared.TokenHash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkServiceTest extends LinkTest {

    private Instant now() {
        return container.clock().instant();
    }

    private List<LinkRow> list(boolean everybodys) {
        return database.inTransaction(() -> links().list(everybodys, 0, 50)).rows();
    }

    @Nested
    class Making {
        @Test
        void isAsTheAccountSays() {
            setLinkPolicy(WhoMayInvite.EVERYONE, 48, 25);

            SharedLink link = share();

            assertThat(link.expiresAt()).isEqualTo(now().plus(Duration.ofHours(48)));
            assertThat(link.maxUses()).isEqualTo(25);
            assertThat(link.uses()).isZero();
            assertThat(link.domain()).isNull();
            assertThat(link.state()).isEqualTo(LinkState.OPEN);
        }

        @Test
        void neverAllowsMoreThanTheAccountDoes() {
            setLinkPolicy(WhoMayInvite.EVERYONE, 48, 25);

            SharedLink link = share(new ShareLink(26, now().plus(Duration.ofHours(49)), null));

            assertThat(link.expiresAt()).isEqualTo(now().plus(Duration.ofHours(48)));
            assertThat(link.maxUses()).isEqualTo(25);
        }

        @Test
        void allowsLessIfAsked() {
            SharedLink link = share(new ShareLink(3, now().plusSeconds(3600), " @ACME.example."));

            assertThat(link.expiresAt()).isEqualTo(now().plusSeconds(3600));
            assertThat(link.maxUses()).isEqualTo(3);
            assertThat(link.domain()).isEqualTo("acme.example");
        }

        @Test
        void isForAnyNumberWhereNobodyHasSetOne() {
            assertThat(share().maxUses()).isNull();
        }

        @Test
        void refusesWhatOpensNothing() {
            assertRefused(LinkReason.NO_USES, () -> share(new ShareLink(0, null, null)));
            assertRefused(
                    LinkReason.EXPIRY_IN_THE_PAST, () -> share(new ShareLink(null, now(), null)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"acme", "a b.example", "x@acme.example", "acme..example"})
        void refusesWhatIsNoDomain(String domain) {
            assertRefused(
                    LinkReason.DOMAIN_NOT_VALID, () -> share(new ShareLink(null, null, domain)));
        }

        @Test
        void endsWithTheDaysNumber() {
            for (int i = 0; i < Sharing.PER_DAY; i++) {
                share();
            }

            assertRefused(LinkReason.DAILY_LIMIT, LinkServiceTest.this::share);
            container.clock().move(Duration.ofDays(1));
            assertThat(share().state()).isEqualTo(LinkState.OPEN);
        }

        @Test
        void isAudited() {
            SharedLink link = share();

            assertThat(
                            company.query(
                                    "select action from audit_entry where subject = ?",
                                    link.handle().toString()))
                    .containsExactly("link.created");
        }

        @Test
        void keepsNothingThatOpensIt() {
            SharedLink link = share();

            assertThat(
                            (byte[])
                                    company.query(
                                                    "select token_hash from invitation_link where"
                                                            + " handle = ?",
                                                    link.handle())
                                            .get(0))
                    .isEqualTo(TokenHash.of(tokenOf(link)));
            assertThat(link.toString()).doesNotContain(tokenOf(link));
        }
    }

    @Nested
    class Opening {
        private SharedLink open() {
            return database.inTransaction(() -> links().open());
        }

        @Test
        void makesOneIfThereIsNone() {
            SharedLink link = open();

            assertThat(look(tokenOf(link)).state()).isEqualTo(OfferState.OPEN);
        }

        @Test
        void showsTheNewestAgain() {
            share();
            container.clock().move(Duration.ofSeconds(1));
            SharedLink newest = share();

            assertThat(open()).isEqualTo(newest);
        }

        @Test
        void isEachMembersOwn() {
            SharedLink bens = share();
            as(company.admin());

            assertThat(open().handle()).isNotEqualTo(bens.handle());
        }

        @Test
        void leavesDeadOnesAlone() {
            SharedLink dead = share();
            database.inTransaction(() -> links().deactivate(dead.handle()));

            assertThat(open().handle()).isNotEqualTo(dead.handle());
        }
    }

    @Nested
    class Permission {
        @Test
        void isApartFromThatToInvite() {
            company.setPolicy(WhoMayInvite.NOBODY, false, 168);
            assertThat(share().state()).isEqualTo(LinkState.OPEN);
            assertThat(database.inTransaction(() -> invitations().getPermission()).links())
                    .isTrue();

            company.setPolicy(WhoMayInvite.EVERYONE, false, 168);
            setLinkPolicy(WhoMayInvite.ADMINS, 168, null);
            assertRefused(InvitationReason.LINKS_SWITCHED_OFF, LinkServiceTest.this::share);
        }

        @Test
        void saysWhomToAsk() {
            setLinkPolicy(WhoMayInvite.ADMINS, 168, null);

            assertThat(database.inTransaction(() -> invitations().getPermission()).askAdmin())
                    .isEqualTo("ada Doe");
        }

        @Test
        void refusalIsAudited() {
            setLinkPolicy(WhoMayInvite.NOBODY, 168, null);

            assertRefused(
                    InvitationReason.LINKS_SWITCHED_OFF, () -> links().create(ShareLink.DEFAULT));

            assertThat(
                            company.query(
                                    "select action from audit_entry where account_id = ? and"
                                            + " outcome = 'LINKS_SWITCHED_OFF'",
                                    company.accountId()))
                    .containsExactly("link.created");
        }
    }

    @Nested
    class Changing {
        @Test
        void renewedHasAnotherAddressAndCountsAnew() {
            SharedLink old = share(new ShareLink(1, null, null));
            accept(tokenOf(old), company.addPerson(stranger("sam")));
            assertThat(look(tokenOf(old)).state()).isEqualTo(OfferState.USED_UP);
            container.clock().move(Duration.ofDays(3));

            SharedLink renewed = database.inTransaction(() -> links().renew(old.handle()));

            assertThat(renewed.handle()).isEqualTo(old.handle());
            assertThat(renewed.uses()).isZero();
            assertThat(renewed.expiresAt()).isEqualTo(now().plus(Duration.ofDays(7)));
            assertThat(look(tokenOf(old)).state()).isEqualTo(OfferState.UNKNOWN);
            assertThat(look(tokenOf(renewed)).state()).isEqualTo(OfferState.OPEN);
        }

        @Test
        void extendedKeepsItsAddress() {
            SharedLink link = share();
            container.clock().move(Duration.ofDays(8));
            assertThat(look(tokenOf(link)).state()).isEqualTo(OfferState.EXPIRED);

            SharedLink extended = database.inTransaction(() -> links().extend(link.handle()));

            assertThat(extended.url()).isEqualTo(link.url());
            assertThat(look(tokenOf(link)).state()).isEqualTo(OfferState.OPEN);
        }

        @Test
        void isForNoMorePeopleThanTheAccountAllowsByThen() {
            SharedLink first = share();
            SharedLink second = share();
            setLinkPolicy(WhoMayInvite.EVERYONE, 168, 5);

            SharedLink extended = database.inTransaction(() -> links().extend(first.handle()));
            SharedLink renewed = database.inTransaction(() -> links().renew(second.handle()));

            assertThat(extended.maxUses()).isEqualTo(5);
            assertThat(renewed.maxUses()).isEqualTo(5);
        }

        @Test
        void changedKeepsItsAddress() {
            SharedLink link = share();

            SharedLink changed =
                    database.inTransaction(
                            () ->
                                    links().change(
                                                    link.handle(),
                                                    new ShareLink(2, null, "acme.example")));

            assertThat(changed.url()).isEqualTo(link.url());
            assertThat(changed.maxUses()).isEqualTo(2);
            assertThat(changed.domain()).isEqualTo("acme.example");
        }

        @Test
        void deactivatedIsDeadAndStaysSo() {
            SharedLink link = share();

            database.inTransaction(() -> links().deactivate(link.handle()));

            assertThat(look(tokenOf(link)).state()).isEqualTo(OfferState.REVOKED);
            UUID handle = link.handle();
            assertRefused(
                    LinkReason.DEACTIVATED,
                    () -> database.inTransaction(() -> links().renew(handle)));
            assertRefused(
                    LinkReason.DEACTIVATED,
                    () -> database.inTransaction(() -> links().extend(handle)));
            database.inTransaction(() -> links().deactivate(handle));
            assertThat(
                            company.query(
                                    "select id from audit_entry where subject = ? and action ="
                                            + " 'link.deactivated'",
                                    handle.toString()))
                    .hasSize(1);
        }
    }

    @Nested
    class Walls {
        private void assertNothingIsFound(UUID handle) {
            assertRefused(
                    LinkReason.NOT_FOUND, () -> database.inTransaction(() -> links().show(handle)));
            assertRefused(
                    LinkReason.NOT_FOUND,
                    () -> database.inTransaction(() -> links().renew(handle)));
            assertRefused(
                    LinkReason.NOT_FOUND,
                    () -> database.inTransaction(() -> links().extend(handle)));
            assertRefused(
                    LinkReason.NOT_FOUND,
                    () -> database.inTransaction(() -> links().change(handle, ShareLink.DEFAULT)));
        }

        @ParameterizedTest
        @EnumSource
        void otherAccountsFindNothing(Reader reader) {
            SharedLink link = share();
            Company elsewhere = new Company(database, container);
            as(reader == Reader.ADMIN ? elsewhere.admin() : elsewhere.coworker());

            assertNothingIsFound(link.handle());
            assertRefused(
                    LinkReason.NOT_FOUND,
                    () -> database.inTransaction(() -> links().deactivate(link.handle())));
            assertThat(list(true)).isEmpty();
        }

        enum Reader {
            ADMIN,
            COWORKER
        }

        @Test
        void adminSeesAndDeactivatesEverybodysAndNobodysAddress() {
            SharedLink bens = share();
            as(company.admin());

            assertThat(list(false)).isEmpty();
            assertThat(list(true))
                    .singleElement()
                    .satisfies(
                            row -> {
                                assertThat(row.handle()).isEqualTo(bens.handle());
                                assertThat(row.ownerName()).isEqualTo("ben Doe");
                                assertThat(row.own()).isFalse();
                            });
            assertNothingIsFound(bens.handle());
            database.inTransaction(() -> links().deactivate(bens.handle()));
            assertThat(list(true).get(0).state()).isEqualTo(LinkState.DEACTIVATED);
        }

        @Test
        void coworkersSeeTheirOwnOnly() {
            share();
            Caller carl = company.join(MemberKind.COWORKER, "carl@x.example");
            as(carl);

            assertThat(list(true)).isEmpty();
        }
    }
}
