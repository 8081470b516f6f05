package beckon.invitation.entity;

import beckon.delivery.entity.Channel;
import java.time.Instant;
import java.util.UUID;

/** On what somebody may become a member: what the token in their link stands for. */
public sealed interface Ground {

    long accountId();

    long inviterId();

    /** As what the inviter wants them in. */
    InviteAs inviteAs();

    /** By what the world may know it. */
    UUID handle();

    Channel channel();

    Instant expiresAt();

    /** An invitation to one recipient. */
    sealed interface Invited extends Ground {
        Invitation invitation();

        @Override
        default long accountId() {
            return invitation().accountId();
        }

        @Override
        default long inviterId() {
            return invitation().inviterId();
        }

        @Override
        default InviteAs inviteAs() {
            return invitation().inviteAs();
        }

        @Override
        default UUID handle() {
            return invitation().handle();
        }

        @Override
        default Channel channel() {
            return invitation().channel();
        }

        @Override
        default Instant expiresAt() {
            return invitation().expiresAt();
        }
    }

    /** One that says nothing of an address: whoever comes by it has to confirm theirs. */
    sealed interface Open extends Ground {

        /** Of the token that opens it now. */
        byte[] tokenHash();

        /** The link's id; null if it is none. */
        Long linkId();

        /** The invitation's id; null if it is none. */
        Long invitationId();
    }

    /** To a mail address: whoever opens its link has got the mail. */
    record Addressed(Invitation invitation) implements Invited {}

    /** To a number. */
    record Texted(Invitation invitation) implements Invited, Open {
        @Override
        public byte[] tokenHash() {
            return invitation.tokenHash();
        }

        @Override
        public Long linkId() {
            return null;
        }

        @Override
        public Long invitationId() {
            return invitation.id();
        }
    }

    /** A link that a member shares. */
    record Shared(InvitationLink link) implements Open {
        @Override
        public long accountId() {
            return link.accountId();
        }

        @Override
        public long inviterId() {
            return link.ownerId();
        }

        @Override
        public InviteAs inviteAs() {
            return InviteAs.AUTOMATIC;
        }

        @Override
        public UUID handle() {
            return link.handle();
        }

        @Override
        public Channel channel() {
            return Channel.LINK;
        }

        @Override
        public Instant expiresAt() {
            return link.expiresAt();
        }

        @Override
        public byte[] tokenHash() {
            return link.tokenHash();
        }

        @Override
        public Long linkId() {
            return link.id();
        }

        @Override
        public Long invitationId() {
            return null;
        }
    }

    /** Such a one whose holder has confirmed an address. */
    record Confirmed(Open ground, Confirmation confirmation) implements Ground {
        @Override
        public long accountId() {
            return ground.accountId();
        }

        @Override
        public long inviterId() {
            return ground.inviterId();
        }

        @Override
        public InviteAs inviteAs() {
            return ground.inviteAs();
        }

        @Override
        public UUID handle() {
            return ground.handle();
        }

        @Override
        public Channel channel() {
            return ground.channel();
        }

        @Override
        public Instant expiresAt() {
            Instant last = ground.expiresAt();
            return last.isBefore(confirmation.expiresAt()) ? last : confirmation.expiresAt();
        }
    }
}
