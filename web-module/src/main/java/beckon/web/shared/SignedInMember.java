package beckon.web.shared;

import beckon.account.boundary.AccountService;
import beckon.account.boundary.CurrentCaller;
import beckon.account.entity.AccountRow;
import beckon.account.entity.Caller;
import beckon.account.entity.MembershipRow;
import beckon.invitation.boundary.InvitationService;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InvitePermission;
import beckon.person.boundary.PersonService;
import beckon.person.entity.Profile;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;

/**
 * The member that the frame speaks of, read anew with each request and only as far as asked, so
 * that a changed policy shows at once.
 */
@Named
@RequestScoped
public class SignedInMember {
    @Inject private CurrentCaller callers;
    @Inject private PersonService persons;
    @Inject private AccountService accounts;
    @Inject private InvitationService invitations;
    @Inject private Messages messages;

    private Profile profile;
    private AccountRow account;
    private List<MembershipRow> memberships;
    private InvitePermission permission;

    public Caller getCaller() {
        return callers.get();
    }

    public Profile getProfile() {
        if (profile == null) {
            profile = persons.getProfile();
        }
        return profile;
    }

    /** The look that the person chose, as the page's attribute wants it. */
    public String getTheme() {
        return getProfile().theme().name().toLowerCase(Locale.ROOT);
    }

    public AccountRow getAccount() {
        if (account == null) {
            account = accounts.getCurrent();
        }
        return account;
    }

    public List<MembershipRow> getMemberships() {
        if (memberships == null) {
            memberships = accounts.listMemberships();
        }
        return memberships;
    }

    /** Whether there is another account to switch to. */
    public boolean isInSeveralAccounts() {
        return getMemberships().size() > 1;
    }

    public InvitePermission getPermission() {
        if (permission == null) {
            permission = invitations.getPermission();
        }
        return permission;
    }

    public boolean isMayInvite() {
        return getPermission().allowed();
    }

    /** Whether there is any way to invite that is not switched off. */
    public boolean isMayInviteSomehow() {
        return isMayInvite() || isMayShareLinks();
    }

    /** Whether there are entries for inviting at all; for guests, only those that work. */
    public boolean isInvitingShown() {
        return !isGuest() || isMayInviteSomehow();
    }

    /** What stands beside entries that are switched off: what a try would be answered. */
    public String getWhyNotInvite() {
        return messages.words(getPermission().refusal());
    }

    public boolean isMayShareLinks() {
        return getPermission().links();
    }

    /** What stands beside "By sharing a link" where it is switched off. */
    public String getWhyNotShareLinks() {
        return messages.words(getPermission().refusal(InvitationReason.LINKS_SWITCHED_OFF));
    }

    /** Whether there is an entry for texts; without a gateway there is none. */
    public boolean isTextingShown() {
        return getPermission().textsAvailable();
    }

    public boolean isMayText() {
        return isTextingShown() && getPermission().texts();
    }

    /** What stands beside "By text" where it is switched off. */
    public String getWhyNotText() {
        return messages.words(
                isMayInvite()
                        ? getPermission().refusal(InvitationReason.TEXTING_SWITCHED_OFF)
                        : getPermission().refusal());
    }

    public boolean isAdmin() {
        return getCaller().isAdmin();
    }

    public boolean isGuest() {
        return getCaller().isGuest();
    }
}
