package beckon.web.invitation;

import beckon.account.entity.LinkRules;
import beckon.invitation.boundary.LinkService;
import beckon.invitation.entity.LinkReason;
import beckon.invitation.entity.ShareLink;
import beckon.invitation.entity.SharedLink;
import beckon.person.entity.Profile;
import beckon.shared.RefusalException;
import beckon.web.shared.Messages;
import beckon.web.shared.QrPath;
import beckon.web.shared.SignedInMember;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The dialog "Share an invite link". Of the link only the handle stays in the session; its address
 * is rendered anew for each answer.
 */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class ShareLinkView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int[] HOURS = {1, 8, 24, 72, 168, 336, 720, 2_160, 8_760};

    @Inject private LinkService links;
    @Inject private SignedInMember member;
    @Inject private Messages messages;
    @Inject private LinkWords words;

    private UUID handle;
    private int hours;
    private String uses = "";
    private String domain = "";
    private String problem = "";
    private boolean deactivated;
    private transient SharedLink link;

    /** Shows the link that was chosen, or one's newest; made if there is none. */
    public void open() {
        attempt(() -> show(handle == null ? links.open() : links.show(handle)));
    }

    /** Sets for this link what was filled in. */
    public void update() {
        if (areGood()) {
            attempt(() -> show(links.change(handle, command())));
        }
    }

    /** Makes another link with what was filled in. */
    public void create() {
        if (areGood()) {
            attempt(() -> show(links.create(command())));
        }
    }

    /** Lets the link open nothing any more. */
    public void deactivate() {
        attempt(
                () -> {
                    links.deactivate(handle);
                    link = null;
                    handle = null;
                    deactivated = true;
                });
    }

    private void attempt(Runnable command) {
        problem = "";
        deactivated = false;
        try {
            command.run();
        } catch (RefusalException refused) {
            if (refused.reason() == LinkReason.DOMAIN_NOT_VALID) {
                messages.refuseAt("share-link-domain", refused);
            } else if (refused.reason() == LinkReason.NO_USES) {
                messages.refuseAt("share-link-uses", refused);
            } else {
                problem = messages.words(refused);
            }
        }
    }

    private void show(SharedLink shown) {
        link = shown;
        handle = shown.handle();
        hours = 0;
        uses = Objects.toString(shown.maxUses(), "");
        domain = Objects.requireNonNullElse(shown.domain(), "");
    }

    private boolean areGood() {
        boolean good = uses.isBlank() || uses.strip().matches("\\d{1,6}");
        if (!good) {
            messages.errorAt("share-link-uses", "invitation.link.uses.invalid");
        }
        return good;
    }

    private ShareLink command() {
        return new ShareLink(
                uses.isBlank() ? null : Integer.valueOf(uses.strip()),
                hours == 0 ? link().expiresAt() : words.after(hours),
                domain);
    }

    private SharedLink link() {
        if (link == null && handle != null) {
            link = links.show(handle);
        }
        return link;
    }

    /** The link; null while there is none to show. */
    public SharedLink getLink() {
        return link();
    }

    /** Where "Share invite link via email" leads. */
    public String getMail() {
        return MailLink.fitting(this::mail);
    }

    private String mail(int longestName) {
        Profile me = member.getProfile();
        String account = MailLink.shortened(link().accountName(), longestName);
        String name = MailLink.shortened(me.firstName() + " " + me.lastName(), longestName);
        return MailLink.of(
                messages.text("invitation.link.mail.subject", account),
                messages.text("invitation.link.mail.body", account)
                        + "\n\n"
                        + link().url()
                        + "\n\n"
                        + name);
    }

    public QrPath getQr() {
        return QrPath.of(link().url());
    }

    /** How long a link may be open from now on, in hours. */
    public List<Integer> getChoices() {
        int longest = getRules().expiryHours();
        return IntStream.concat(
                        IntStream.of(HOURS).filter(each -> each < longest), IntStream.of(longest))
                .boxed()
                .toList();
    }

    /** A length of time in words. */
    public String words(int length) {
        return length % 24 == 0
                ? messages.text("invitation.link.days", length / 24)
                : messages.text("invitation.link.hours", length);
    }

    /** What the account allows. */
    public LinkRules getRules() {
        return links.getRules();
    }

    public String getProblem() {
        return problem;
    }

    public boolean isDeactivated() {
        return deactivated;
    }

    public String getHandle() {
        return handle == null ? "" : handle.toString();
    }

    /** Takes the handle of a link; what is none is treated as if nothing were chosen. */
    public void setHandle(String chosen) {
        try {
            UUID other = chosen == null || chosen.isEmpty() ? null : UUID.fromString(chosen);
            if (!Objects.equals(other, handle)) {
                handle = other;
                link = null;
            }
        } catch (IllegalArgumentException invalid) {
            handle = null;
        }
    }

    public int getHours() {
        return hours;
    }

    public void setHours(int hours) {
        this.hours = hours;
    }

    public String getUses() {
        return uses;
    }

    public void setUses(String uses) {
        this.uses = Objects.requireNonNullElse(uses, "");
    }

    public String getDomain() {
        return domain;
    }

    public void setDomain(String domain) {
        this.domain = Objects.requireNonNullElse(domain, "");
    }
}
