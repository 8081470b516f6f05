package beckon.postbox;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An error answer that programs can read (RFC 9457). */
final class Problem {

    private Problem() {}

    static void send(HttpServletResponse response, int status, String detail) throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        Json.createWriter(response.getWriter())
                .writeObject(
                        Json.createObjectBuilder()
                                .add("status", status)
                                .add("detail", detail)
                                .build());
    }
}
