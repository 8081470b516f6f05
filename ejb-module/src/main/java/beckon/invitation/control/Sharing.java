package beckon.invitation.control;

import beckon.account.entity.LinkRules;
import beckon.invitation.entity.InvitationLink;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InvitePermission;
import beckon.invitation.entity.Inviter;
import beckon.invitation.entity.LinkReason;
import beckon.invitation.entity.LinkTerms;
import beckon.invitation.entity.ShareLink;
import beckon.invitation.entity.SharedLink;
import beckon.shared.EmailDomain;
import beckon.shared.RefusalException;
import beckon.shared.Settings;
import beckon.shared.TokenKeys;
import beckon.shared.TokenSource;
import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.RateLimitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** Makes links, within what the account and the day allow, and shows them to their owners. */
@ApplicationScoped
public class Sharing {
    /** The most links that a member may draw in a day, new and renewed. */
    public static final int PER_DAY = 100;

    private static final Duration DAY = Duration.ofDays(1);

    private Admissions admissions;
    private LinkRepository links;
    private RateLimitRepository limits;
    private TokenKeys tokens;
    private IdRepository ids;
    private Settings settings;

    protected Sharing() {}

    @Inject
    public Sharing(
            Admissions admissions,
            LinkRepository links,
            RateLimitRepository limits,
            TokenKeys tokens,
            IdRepository ids,
            Settings settings) {
        this.admissions = admissions;
        this.links = links;
        this.limits = limits;
        this.tokens = tokens;
        this.ids = ids;
        this.settings = settings;
    }

    /**
     * @throws RefusalException LINKS_SWITCHED_OFF
     */
    public void requirePermission(Inviter inviter) {
        InvitePermission permission = admissions.getPermission(inviter);
        if (!permission.links()) {
            throw permission.refusal(InvitationReason.LINKS_SWITCHED_OFF);
        }
    }

    /**
     * Makes a link.
     *
     * @throws RefusalException as {@link #terms}; DAILY_LIMIT
     */
    public InvitationLink create(Inviter owner, ShareLink command, Instant now) {
        LinkTerms terms = terms(owner, command, now);
        takeOne(owner, now);
        TokenSource source = tokens.draw(InvitationLink.TOKEN_PURPOSE);
        byte[] hash = tokens.derive(source).hash();
        InvitationLink link = new InvitationLink(ids.next(), owner, terms, source, hash, now);
        links.add(link);
        return link;
    }

    /**
     * Gives a link another token, and all the time and uses that a new one has.
     *
     * @throws RefusalException DEACTIVATED, DAILY_LIMIT
     */
    public void renew(Inviter owner, InvitationLink link, Instant now) {
        takeOne(owner, now);
        TokenSource source = tokens.draw(InvitationLink.TOKEN_PURPOSE);
        byte[] hash = tokens.derive(source).hash();
        require(links.renew(link, source, hash, longest(owner, link, now)));
    }

    /**
     * @throws RefusalException as {@link #terms}; DEACTIVATED
     */
    public void change(Inviter owner, InvitationLink link, ShareLink command, Instant now) {
        require(links.change(link, terms(owner, command, now)));
    }

    /**
     * Lets it be open as long as a new one, for no more people than a new one may be for.
     *
     * @throws RefusalException DEACTIVATED
     */
    public void extend(Inviter owner, InvitationLink link, Instant now) {
        require(links.change(link, longest(owner, link, now)));
    }

    /** The link's own terms, as far as the account allows them by now, and all the time. */
    private static LinkTerms longest(Inviter owner, InvitationLink link, Instant now) {
        return new LinkTerms(
                now.plus(longest(owner)),
                fewer(link.maxUses(), owner.rules().links().maxUses()),
                link.domain());
    }

    private static void require(boolean changed) {
        if (!changed) {
            throw new RefusalException(LinkReason.DEACTIVATED);
        }
    }

    private void takeOne(Inviter owner, Instant now) {
        if (!limits.take("link.by:" + owner.membershipId(), PER_DAY, DAY, now, 1)) {
            throw new RefusalException(LinkReason.DAILY_LIMIT, PER_DAY);
        }
    }

    /**
     * What is asked for, and no more than the account allows.
     *
     * @throws RefusalException EXPIRY_IN_THE_PAST, NO_USES, DOMAIN_NOT_VALID
     */
    private static LinkTerms terms(Inviter owner, ShareLink command, Instant now) {
        LinkRules rules = owner.rules().links();
        Instant last = now.plus(longest(owner));
        Instant wanted = command.expiresAt() == null ? last : command.expiresAt();
        if (!wanted.isAfter(now)) {
            throw new RefusalException(LinkReason.EXPIRY_IN_THE_PAST);
        }
        if (command.maxUses() != null && command.maxUses() < 1) {
            throw new RefusalException(LinkReason.NO_USES);
        }
        return new LinkTerms(
                wanted.isAfter(last) ? last : wanted,
                fewer(command.maxUses(), rules.maxUses()),
                domain(command.domain()));
    }

    private static Duration longest(Inviter owner) {
        return Duration.ofHours(owner.rules().links().expiryHours());
    }

    private static Integer fewer(Integer wanted, Integer most) {
        return most == null || wanted != null && wanted < most ? wanted : most;
    }

    private static EmailDomain domain(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            String bare = typed.strip();
            return EmailDomain.of(bare.startsWith("@") ? bare.substring(1) : bare);
        } catch (IllegalArgumentException e) {
            throw new RefusalException(LinkReason.DOMAIN_NOT_VALID);
        }
    }

    /** The link as its owner sees it: with its address on the web, which no row keeps. */
    public SharedLink show(Inviter owner, InvitationLink link, Instant now) {
        return new SharedLink(
                link.handle(),
                settings.baseUrl() + "/join/" + tokens.derive(link.tokenSource()).secret(),
                owner.accountName(),
                link.domain() == null ? null : link.domain().key(),
                link.uses(),
                link.maxUses(),
                link.expiresAt(),
                link.stateAt(now));
    }
}
