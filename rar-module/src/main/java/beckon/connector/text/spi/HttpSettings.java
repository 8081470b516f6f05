package beckon.connector.text.spi;

import java.net.URI;

/**
 * Which gateway, and how to speak with it.
 *
 * @param url where texts are posted, such as {@code http://127.0.0.1:13013/cgi-bin/sendsms}
 * @param from sender of every text
 * @param receiptUrl what the gateway is to call about a text, with {@code {reference}} in it; empty
 *     for no reports
 * @param window how many requests may be without an answer
 * @param responseTimeout milliseconds for an answer, connecting included
 */
record HttpSettings(
        URI url,
        String user,
        String password,
        String from,
        String receiptUrl,
        int window,
        int responseTimeout) {

    @Override
    public String toString() {
        return "HttpSettings[" + url + ", " + user + "]";
    }
}
