package beckon.connector.text.spi;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Connects to a message centre, in clear or by TLS from the first octet on. */
final class SmppSocket {

    private SmppSocket() {}

    /**
     * @throws SSLException if it cannot be encrypted, or the certificate is not that host's
     */
    static Socket connect(SmppSettings settings) throws IOException {
        Socket socket = new Socket();
        try {
            // with Nagle's algorithm every request after the first waits for an acknowledgement
            socket.setTcpNoDelay(true);
            socket.connect(
                    new InetSocketAddress(settings.host(), settings.port()),
                    settings.connectTimeout());
            return settings.encrypted() ? encrypted(socket, settings) : socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static Socket encrypted(Socket plain, SmppSettings settings) throws IOException {
        SSLSocket socket =
                (SSLSocket)
                        context()
                                .getSocketFactory()
                                .createSocket(plain, settings.host(), settings.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        // SMPP has no rules of its own for names in certificates
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(settings.connectTimeout());
        socket.startHandshake();
        return socket;
    }

    private static SSLContext context() throws SSLException {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new SSLException("this server has no TLS", e);
        }
    }
}
