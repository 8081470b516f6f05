package beckon.licence.control;

import beckon.account.entity.MemberDeactivated;
import beckon.account.entity.MemberKind;
import beckon.account.entity.MemberKindChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Frees the licence of whoever is put out or becomes a guest, in the same transaction. */
@ApplicationScoped
public class LicenceObserver {

    private LicenceRepository licences;

    protected LicenceObserver() {}

    @Inject
    public LicenceObserver(LicenceRepository licences) {
        this.licences = licences;
    }

    void onMemberDeactivated(@Observes MemberDeactivated member) {
        free(member.accountId(), member.membershipId());
    }

    void onMemberKindChanged(@Observes MemberKindChanged member) {
        if (member.to() == MemberKind.GUEST) {
            free(member.accountId(), member.membershipId());
        }
    }

    private void free(long accountId, long membershipId) {
        licences.giveBack(accountId, licences.revoke(membershipId));
    }
}
