package beckon.person.entity;

/**
 * What an authenticator app has to be told, on its owner's screen only.
 *
 * @param secret in base32, for who cannot scan
 * @param uri the same as what apps read from a QR code
 */
public record SecondStepSetUp(String secret, String uri) {

    @Override
    public String toString() {
        return "SecondStepSetUp[…]";
    }
}
