package beckon.connector.text.spi;

/**
 * Which message centre, and how to speak with it.
 *
 * @param encrypted whether by TLS, with a certificate of that host
 * @param systemId to bind as
 * @param password at most eight characters, says SMPP
 * @param from sender of every text: a number, or up to eleven letters
 * @param window how many requests may be without an answer
 * @param connectTimeout milliseconds till the connection stands
 * @param responseTimeout milliseconds for an answer, to the bind as to a text
 * @param enquireInterval milliseconds without a word after which we ask whether it is still there
 */
record SmppSettings(
        String host,
        int port,
        boolean encrypted,
        String systemId,
        String password,
        String systemType,
        String from,
        int window,
        int connectTimeout,
        int responseTimeout,
        int enquireInterval) {

    @Override
    public String toString() {
        return "SmppSettings[" + host + ":" + port + ", " + systemId + "]";
    }
}
