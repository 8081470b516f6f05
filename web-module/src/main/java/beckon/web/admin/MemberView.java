package beckon.web.admin;

import beckon.account.boundary.MemberService;
import beckon.account.entity.AccountReason;
import beckon.account.entity.GuestStay;
import beckon.account.entity.MemberKind;
import beckon.licence.boundary.PeopleService;
import beckon.licence.entity.PersonRow;
import beckon.shared.RefusalException;
import beckon.web.shared.Messages;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.primefaces.PrimeFaces;

/** One member as an admin keeps them: what they are, how long a guest stays, in or out. */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class MemberView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject private PeopleService people;
    @Inject private MemberService members;
    @Inject private Messages messages;
    @Inject private Days days;

    private UUID chosen = new UUID(0, 0);
    private boolean opened;
    private MemberKind kind;
    private String sponsor;
    private String lastDay;
    private transient PersonRow row;

    /** Shows the member whom the request names. */
    public void open() {
        chosen = wanted();
        opened = true;
        row = null;
        PersonRow found = getRow();
        if (found != null) {
            kind = found.kind();
            sponsor = found.sponsorEmail();
            lastDay = days.lastBefore(found.endsAt());
        }
    }

    /** Makes them what was chosen; or says how long they stay, if they are a guest already. */
    public void save() {
        PersonRow before = required();
        attempt(
                "member-kind",
                () -> {
                    if (before.kind() != kind) {
                        members.changeKind(chosen, kind);
                    } else if (before.isGuest()) {
                        members.setStay(new GuestStay(chosen, sponsor, days.endOf(lastDay)));
                    }
                    messages.info("admin.people.saved", before.name());
                });
    }

    /** Takes them in again. */
    public void reactivate() {
        PersonRow before = required();
        attempt(
                "member-kind",
                () -> {
                    members.reactivate(chosen);
                    messages.info("admin.people.reactivated", before.name());
                });
    }

    /** A refusal stands in the dialog, which stays open; else the page is told to close it. */
    public void attempt(String field, Runnable command) {
        try {
            command.run();
            PrimeFaces.current().ajax().addCallbackParam("done", true);
            row = null;
        } catch (RefusalException refusal) {
            messages.refuseAt(fieldOf(refusal, field), refusal);
        }
    }

    private static String fieldOf(RefusalException refusal, String otherwise) {
        return switch (refusal.reason().name()) {
            case "END_IN_THE_PAST", "STAY_TOO_LONG" -> "member-last-day";
            case "NO_SUCH_COLLEAGUE" ->
                    otherwise.equals("member-kind") ? "member-sponsor" : otherwise;
            default -> otherwise;
        };
    }

    /** Whom the dialog is about. */
    public UUID chosen() {
        return chosen;
    }

    /** The member; null if there is none any more. */
    public PersonRow getRow() {
        if (row == null) {
            row = people.find(chosen).orElse(null);
        }
        return row;
    }

    private PersonRow required() {
        if (getRow() == null) {
            throw new RefusalException(AccountReason.NOT_FOUND);
        }
        return row;
    }

    /** Whether somebody asked for a member who is not there, or not in this account. */
    public boolean isMissing() {
        return opened && getRow() == null;
    }

    private static UUID wanted() {
        try {
            return UUID.fromString(
                    FacesContext.getCurrentInstance()
                            .getExternalContext()
                            .getRequestParameterMap()
                            .getOrDefault("member", ""));
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }

    public List<MemberKind> getKinds() {
        return List.of(MemberKind.values());
    }

    public MemberKind getKind() {
        return kind;
    }

    public void setKind(MemberKind kind) {
        this.kind = kind;
    }

    public String getSponsor() {
        return sponsor;
    }

    public void setSponsor(String sponsor) {
        this.sponsor = sponsor;
    }

    public String getLastDay() {
        return lastDay;
    }

    public void setLastDay(String lastDay) {
        this.lastDay = lastDay;
    }
}
