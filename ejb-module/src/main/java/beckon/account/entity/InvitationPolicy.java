package beckon.account.entity;

import beckon.shared.RefusalException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Set;

/** An account's rules about inviting; a new account lets all but guests invite, for seven days. */
@Entity
@Table(name = "invitation_policy")
public class InvitationPolicy {

    private static final int WEEK = 7 * 24;

    @Id
    @Column(name = "account_id")
    private long accountId;

    @Enumerated(EnumType.STRING)
    @Column(name = "who_may_invite")
    private WhoMayInvite whoMayInvite;

    @Column(name = "guests_may_invite")
    private boolean guestsMayInvite;

    @Column(name = "expiry_hours")
    private int expiryHours;

    @Enumerated(EnumType.STRING)
    @Column(name = "who_may_share_links")
    private WhoMayInvite whoMayShareLinks;

    @Column(name = "link_expiry_hours")
    private int linkExpiryHours;

    @Column(name = "link_max_uses")
    private Integer linkMaxUses;

    @Enumerated(EnumType.STRING)
    @Column(name = "who_may_text")
    private WhoMayInvite whoMayText;

    @Column(name = "home_country")
    private String homeCountry;

    @Column(name = "text_countries")
    private String textCountries;

    @Column(name = "texts_per_day")
    private int textsPerDay;

    @Column(name = "texts_per_prefix")
    private int textsPerPrefix;

    @Column(name = "disposable_refused")
    private boolean disposableRefused;

    @Column(name = "allowed_recipients")
    private String allowedRecipients;

    @Column(name = "denied_recipients")
    private String deniedRecipients;

    @Column(name = "guests_welcome")
    private boolean guestsWelcome;

    @Column(name = "guest_max_days")
    private Integer guestMaxDays;

    @Enumerated(EnumType.STRING)
    private Approval approval;

    @Column(name = "approval_mails")
    private boolean approvalMails;

    @Column(name = "admins_need_totp")
    private boolean adminsNeedTotp;

    @Column(name = "password_minimum")
    private int passwordMinimum;

    @Version private int version;

    protected InvitationPolicy() {}

    public InvitationPolicy(long accountId) {
        this.accountId = accountId;
        this.whoMayInvite = WhoMayInvite.EVERYONE;
        this.approval = Approval.NONE;
        this.approvalMails = true;
        this.expiryHours = WEEK;
        change(GuestRules.NEW);
        change(RecipientRules.NEW);
        change(SignInRules.NEW);
        change(LinkRules.NEW);
        change(TextRules.NEW);
    }

    /**
     * Replaces the rules by those that somebody read, changed and sends back.
     *
     * @throws RefusalException CHANGED_MEANWHILE, INVALID_ENTRY, LIST_TOO_LONG
     */
    public void change(PolicyForm form) {
        if (form.version() != version) {
            throw new RefusalException(AccountReason.CHANGED_MEANWHILE);
        }
        whoMayInvite = form.whoMayInvite();
        approval = form.approval();
        approvalMails = form.approvalMails();
        expiryHours = form.expiryHours();
        change(form.guests());
        change(form.recipients());
        change(form.signIn());
        change(form.links());
        change(form.texts());
    }

    private void change(GuestRules guests) {
        guestsWelcome = guests.welcome();
        guestsMayInvite = guests.mayInvite();
        guestMaxDays = guests.maxDays();
    }

    private void change(RecipientRules recipients) {
        RecipientRules read =
                RecipientRules.of(
                        recipients.disposableRefused(),
                        RecipientRules.written(recipients.allowed()),
                        RecipientRules.written(recipients.denied()));
        disposableRefused = read.disposableRefused();
        allowedRecipients = orNull(RecipientRules.written(read.allowed()));
        deniedRecipients = orNull(RecipientRules.written(read.denied()));
    }

    private static String orNull(String list) {
        return list.isEmpty() ? null : list;
    }

    private void change(SignInRules signIn) {
        adminsNeedTotp = signIn.adminsNeedTotp();
        passwordMinimum = signIn.passwordMinimum();
    }

    private void change(LinkRules links) {
        whoMayShareLinks = links.whoMayShare();
        linkExpiryHours = links.expiryHours();
        linkMaxUses = links.maxUses();
    }

    private void change(TextRules texts) {
        whoMayText = texts.whoMayText();
        homeCountry = texts.homeCountry();
        textCountries = String.join(",", texts.countries());
        textsPerDay = texts.perDay();
        textsPerPrefix = texts.perPrefix();
    }

    /** The rules as shown. */
    public PolicyForm form() {
        return new PolicyForm(
                whoMayInvite,
                new GuestRules(guestsWelcome, guestsMayInvite, guestMaxDays),
                approval,
                approvalMails,
                expiryHours,
                new LinkRules(whoMayShareLinks, linkExpiryHours, linkMaxUses),
                new TextRules(
                        whoMayText,
                        homeCountry,
                        Set.of(textCountries.split(",")),
                        textsPerDay,
                        textsPerPrefix),
                RecipientRules.stored(disposableRefused, allowedRecipients, deniedRecipients),
                new SignInRules(adminsNeedTotp, passwordMinimum),
                version);
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof InvitationPolicy that && accountId == that.accountId;
    }

    @Override
    public final int hashCode() {
        return Long.hashCode(accountId);
    }
}
