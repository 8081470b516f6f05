package beckon.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One kept-alive connection to the REST API, with as little work per call as HTTP allows.
 *
 * <p>Not for several threads.
 */
public final class RestClient implements AutoCloseable {

    /** What the server said. */
    public record Answer(int status, String body) {}

    private static final Pattern TOKEN = Pattern.compile("\"token\"\\s*:\\s*\"([^\"]+)\"");
    private static final int PATIENCE_MILLIS = 120_000;

    private final URI server;
    private final String token;
    private Socket socket;
    private InputStream in;

    public RestClient(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /** Signs in and answers the API token. */
    public static String signIn(URI server, String email, String password) throws IOException {
        try (var client = new RestClient(server, null)) {
            var answer =
                    client.call(
                            "POST",
                            "/api/v1/tokens",
                            "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
            var found = TOKEN.matcher(answer.body());
            if (!found.find()) {
                throw new IOException("no token: " + answer);
            }
            return found.group(1);
        }
    }

    /** The body of a request to invite these. */
    public static String invitation(String... emails) {
        return "{\"emails\":[\"" + String.join("\",\"", emails) + "\"]}";
    }

    /** The body of a request to invite these by text. */
    public static String textInvitation(String... phones) {
        return "{\"phones\":[\"" + String.join("\",\"", phones) + "\"]}";
    }

    /**
     * Makes a call; opens the connection if there is none.
     *
     * @param body JSON, or null
     */
    public Answer call(String method, String path, String body) throws IOException {
        if (socket == null) {
            socket = new Socket(InetAddress.getByName(server.getHost()), server.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
        }
        try {
            send(method, path, body == null ? "" : body);
            return receive();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void send(String method, String path, String body) throws IOException {
        var content = body.getBytes(StandardCharsets.UTF_8);
        var head =
                method
                        + " "
                        + path
                        + " HTTP/1.1\r\nHost: "
                        + server.getAuthority()
                        + "\r\nContent-Type: application/json\r\nAccept: application/json\r\n"
                        + (token == null ? "" : "Authorization: Bearer " + token + "\r\n")
                        + "Content-Length: "
                        + content.length
                        + "\r\n\r\n";
        var headBytes = head.getBytes(StandardCharsets.ISO_8859_1);
        var request = new byte[headBytes.length + content.length];
        System.arraycopy(headBytes, 0, request, 0, headBytes.length);
        System.arraycopy(content, 0, request, headBytes.length, content.length);
        socket.getOutputStream().write(request);
    }

    private Answer receive() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        boolean chunked = false;
        for (var line = line(); !line.isEmpty(); line = line()) {
            var field = line.toLowerCase(Locale.ROOT);
            if (field.startsWith("content-length:")) {
                length = Integer.parseInt(field.substring(15).strip());
            } else if (field.startsWith("transfer-encoding:")) {
                chunked = field.contains("chunked");
            }
        }
        return new Answer(status, chunked ? chunks() : text(length));
    }

    private String chunks() throws IOException {
        var body = new StringBuilder();
        for (int size = Integer.parseInt(line(), 16);
                size > 0;
                size = Integer.parseInt(line(), 16)) {
            body.append(text(size));
            line();
        }
        line();
        return body.toString();
    }

    private String text(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the connection ended within an answer");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection ended");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
