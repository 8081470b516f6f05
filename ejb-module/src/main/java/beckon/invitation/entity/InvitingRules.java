package beckon.invitation.entity;

import beckon.account.entity.Approval;
import beckon.account.entity.GuestRules;
import beckon.account.entity.LinkRules;
import beckon.account.entity.RecipientRules;
import beckon.account.entity.TextRules;
import beckon.account.entity.WhoMayInvite;
import java.util.List;

/** The rules of one account that decide who may invite, and whom as what. */
public record InvitingRules(
        WhoMayInvite whoMayInvite,
        GuestRules guests,
        Approval approval,
        LinkRules links,
        TextRules texts,
        RecipientRules recipients,
        List<CompanyDomain> domains) {

    public InvitingRules {
        domains = List.copyOf(domains);
    }
}
