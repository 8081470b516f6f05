package beckon.web.admin;

import beckon.account.boundary.MemberService;
import beckon.account.entity.Deactivation;
import beckon.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The question whether a member is to be put out, and what becomes of what they have open. */
@Named
@RequestScoped
public class DeactivationView {
    @Inject private MemberView member;
    @Inject private MemberService members;
    @Inject private Messages messages;

    private boolean handedOver;
    private String successor;

    /** Puts the member of the dialog out. */
    public void deactivate() {
        String name = member.getRow().name();
        member.attempt(
                handedOver ? "deactivate-successor" : "deactivate-what",
                () -> {
                    members.deactivate(
                            new Deactivation(member.chosen(), handedOver ? successor : null));
                    messages.info("admin.people.deactivated", name);
                });
    }

    public boolean isHandedOver() {
        return handedOver;
    }

    public void setHandedOver(boolean handedOver) {
        this.handedOver = handedOver;
    }

    public String getSuccessor() {
        return successor;
    }

    public void setSuccessor(String successor) {
        this.successor = successor;
    }
}
