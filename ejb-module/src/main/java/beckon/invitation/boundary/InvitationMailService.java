package beckon.invitation.boundary;

import beckon.account.boundary.CurrentCaller;
import beckon.account.entity.AccountMail;
import beckon.account.entity.MemberKind;
import beckon.delivery.boundary.DeliveryService;
import beckon.delivery.entity.MailOpening;
import beckon.delivery.entity.RenderedMail;
import beckon.invitation.control.Admissions;
import beckon.invitation.control.InvitationMail;
import beckon.invitation.entity.Inviter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;

/** The door for admins who choose what invitation mails say. */
@Stateless
@RolesAllowed("ADMIN")
public class InvitationMailService {
    @Inject CurrentCaller current;
    @Inject Clock clock;
    @Inject Admissions admissions;
    @Inject InvitationMail mail;
    @Inject DeliveryService deliveries;

    /** What invitation mails in that language say if the account says nothing. */
    public AccountMail getStandard(@NotNull String language) {
        MailOpening own = deliveries.getOpening(InvitationMail.INVITATION, language);
        return new AccountMail(own.subject(), own.opening());
    }

    /**
     * The mail that the caller would send if these were the account's words.
     *
     * @throws beckon.shared.RefusalException UNKNOWN_PLACEHOLDER, WORDS_HAVE_LINK, WORDS_TOO_LONG,
     *     UNKNOWN_LANGUAGE
     */
    public RenderedMail preview(@NotNull String language, @NotNull AccountMail words) {
        Inviter inviter = admissions.getInviter(current.get());
        return deliveries.preview(
                InvitationMail.INVITATION,
                mail.language(language, inviter),
                mail.model(
                        inviter,
                        MemberKind.COWORKER,
                        "",
                        clock.instant().plus(inviter.expiry()),
                        AccountMail.of(words.subject(), words.opening())));
    }
}
