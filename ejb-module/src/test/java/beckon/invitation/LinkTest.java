package beckon.invitation;

import beckon.account.entity.WhoMayInvite;
import beckon.invitation.boundary.LinkService;
import beckon.invitation.entity.ConfirmAddress;
import beckon.invitation.entity.Invite;
import beckon.invitation.entity.InviteAs;
import beckon.invitation.entity.Offer;
import beckon.invitation.entity.ShareLink;
import beckon.invitation.entity.SharedLink;
import beckon.shared.TokenKeys;
import beckon.shared.TokenSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A test of sharing links and joining by them. */
public abstract class LinkTest extends InvitationTest {

    @Override
    protected Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(super.environment());
        environment.put("BECKON_SMPP_HOST", "127.0.0.1");
        return environment;
    }

    @BeforeEach
    void makeServices() {
        container.get(LinkService.class);
        offers();
    }

    protected LinkService links() {
        return container.get(LinkService.class);
    }

    protected SharedLink share() {
        return share(ShareLink.DEFAULT);
    }

    protected SharedLink share(ShareLink command) {
        return database.inTransaction(() -> links().create(command));
    }

    protected static String tokenOf(SharedLink link) {
        return link.url().substring(link.url().lastIndexOf('/') + 1);
    }

    protected Offer look(String token) {
        return database.inTransaction(() -> offers().look(token));
    }

    protected long accept(String token, long person) {
        return database.inTransaction(() -> offers().accept(token, person));
    }

    protected String ask(String token, String address) {
        return ask(token, address, "192.0.2.7");
    }

    protected String ask(String token, String address, String remote) {
        return database.inTransaction(
                () -> offers().confirmAddress(new ConfirmAddress(token, address, "en", remote)));
    }

    /** The token that the newest question to the address has brought there. */
    protected String answerOf(String address) {
        return token(
                "confirmation",
                "select nonce from confirmation where email = ? order by id desc",
                "select key_id from confirmation where email = ? order by id desc",
                address);
    }

    /** A number that no other test has. */
    protected String number() {
        return "+3367%07d".formatted(company.accountId() % 10_000_000);
    }

    /** Invites a number, and answers the token in its text. */
    protected String textTo(String number) {
        invitations().invite(Invite.byText(List.of(number), "", null, InviteAs.AUTOMATIC, null));
        return tokenOf(number);
    }

    private String token(String purpose, String nonce, String keyId, String address) {
        return container
                .get(TokenKeys.class)
                .derive(
                        new TokenSource(
                                purpose,
                                (byte[]) company.query(nonce, address).get(0),
                                (String) company.query(keyId, address).get(0)))
                .secret();
    }

    protected int uses(SharedLink link) {
        return (Integer)
                company.query("select uses from invitation_link where handle = ?", link.handle())
                        .get(0);
    }

    protected void setLinkPolicy(WhoMayInvite who, int hours, Integer maxUses) {
        company.execute(
                "update invitation_policy set who_may_share_links = ?, link_expiry_hours = ?,"
                        + " link_max_uses = ? where account_id = ?",
                who.name(),
                hours,
                maxUses,
                company.accountId());
    }
}
