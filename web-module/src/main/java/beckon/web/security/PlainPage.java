package beckon.web.security;

import beckon.web.api.problem.Problem;
import beckon.web.api.problem.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A page that needs nothing but itself, for when Faces was not reached or cannot answer. */
final class PlainPage {
    private static final String STYLE =
            "body{font:16px/1.5 system-ui,sans-serif;max-width:440px;margin:20vh auto;padding:0 24px}"
                    + ":root{color-scheme:light dark}";
    private static final String POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                    + " style-src 'sha256-"
                    + hashOf(STYLE)
                    + "'";

    private PlainPage() {}

    static void write(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        Words words = Words.of(request.getHeader("Accept-Language"));
        byte[] page = html(problem, words).getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.status());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(SecurityHeaders.CSP, POLICY);
        response.setContentLength(page.length);
        try {
            response.getOutputStream().write(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String html(Problem problem, Words words) {
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="UTF-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s · Beckon</title>
                <style>%s</style>
                </head>
                <body>
                <h1>%s</h1>
                <p>%s</p>
                </body>
                </html>
                """
                .formatted(
                        words.locale().toLanguageTag(),
                        problem.title(words),
                        STYLE,
                        problem.title(words),
                        escaped(problem.detail(words)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String hashOf(String style) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
