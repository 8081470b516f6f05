package beckon.web.api;

import beckon.web.api.json.RecordReader;
import beckon.web.api.problem.Problem;
import beckon.web.api.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The JSON body of a request; no more of it is read than a request can need. */
final class RequestBody {
    /** Enough to answer a list of 10,000 addresses with what is wrong about it. */
    static final int LARGEST = 1 << 20;

    private RequestBody() {}

    /**
     * @throws ProblemException {@code unsupported-media-type} if it does not say what it is, {@code
     *     too-large}, {@code malformed-json}, {@code invalid-request}
     */
    static <T extends Record> T read(HttpServletRequest request, Class<T> type) {
        if (request.getContentType() == null) {
            throw new ProblemException(Problem.ofStatus(415));
        }
        if (request.getContentLengthLong() > LARGEST) {
            throw tooLarge();
        }
        try {
            byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                throw tooLarge();
            }
            return RecordReader.read(body, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemException tooLarge() {
        return new ProblemException(Problem.of("too-large", 413));
    }
}
