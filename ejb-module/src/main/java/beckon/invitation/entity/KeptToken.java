package beckon.invitation.entity;

import beckon.shared.TokenSource;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What a row keeps of the token in a link: enough to know it again, and to derive it with the key.
 */
@Embeddable
public class KeptToken {

    private byte[] nonce;

    @Column(name = "key_id")
    private String keyId;

    @Column(name = "token_hash")
    private byte[] hash;

    protected KeptToken() {}

    KeptToken(TokenSource source, byte[] hash) {
        this.nonce = source.nonce();
        this.keyId = source.keyId();
        this.hash = hash.clone();
    }

    /** From which it is derived, for what it opens. */
    TokenSource source(String purpose) {
        return new TokenSource(purpose, nonce, keyId);
    }

    byte[] hash() {
        return hash.clone();
    }
}
