package beckon.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** The parts of the address space, by who may enter them. Whatever is not named needs a member. */
public enum Area {
    /** Style sheets, scripts, pictures: the same for everybody. */
    RESOURCE,
    /** Probes of the machinery around us. */
    HEALTH,
    /** Where the operator's commands arrive, from the same machine and with a key. */
    OPERATOR,
    /** Where gateways report; they know us by another address, and no browser comes here. */
    RECEIPT,
    /** Pages for everybody. */
    PUBLIC,
    /** Pages for whoever holds the secret that stands in their address. */
    TOKEN,
    /** The same, and mail providers post there on behalf of their users. */
    UNSUBSCRIBE,
    /** Files that members send; our own scripts ask for them, with the browser's session. */
    ATTACHMENT,
    /** REST that needs no token. */
    API_PUBLIC,
    /** REST; a bearer token, never a cookie. */
    API,
    /** Pages for admins. */
    ADMIN,
    /** Pages for anybody who is signed in. */
    MEMBER;

    private static final Set<String> RESOURCES =
            Set.of(
                    "/favicon.ico",
                    "/favicon.svg",
                    "/robots.txt",
                    "/manifest.webmanifest",
                    "/sw.js");
    private static final Set<String> OPEN_API = Set.of("/api/openapi", "/api/v1/tokens");

    /** The area of a path that the container has decoded and normalised. */
    public static Area of(String path) {
        if (isWithin(path, "/api")) {
            return OPEN_API.contains(path) ? API_PUBLIC : API;
        }
        if (path.startsWith("/jakarta.faces.resource/")
                || isWithin(path, "/logo")
                || isWithin(path, "/app")
                || RESOURCES.contains(path)) {
            return RESOURCE;
        }
        if (isWithin(path, "/health")) {
            return HEALTH;
        }
        if (isWithin(path, "/operator")) {
            return OPERATOR;
        }
        if (isWithin(path, "/text/receipt") || isWithin(path, "/text/incoming")) {
            return RECEIPT;
        }
        if (isWithin(path, "/join")
                || isWithin(path, "/setup")
                || isWithin(path, "/file")
                || isWithin(path, "/download")
                || path.startsWith("/reset/")) {
            return TOKEN;
        }
        if (isWithin(path, "/unsubscribe")) {
            return UNSUBSCRIBE;
        }
        if (isWithin(path, "/signin")
                || path.equals("/reset")
                || isWithin(path, "/terms")
                || isWithin(path, "/offline")
                || isWithin(path, "/get-the-app")) {
            return PUBLIC;
        }
        if (isWithin(path, "/attachment")
                || isWithin(path, "/photo")
                || path.equals("/contact/import/file")) {
            return ATTACHMENT;
        }
        return isWithin(path, "/admin") ? ADMIN : MEMBER;
    }

    /** The area that a request asks for. */
    public static Area of(HttpServletRequest request) {
        return of(path(request));
    }

    /** Whether it is the API, which knows no session. */
    public boolean isApi() {
        return this == API || this == API_PUBLIC;
    }

    /** Whether programs, not people, read the answers. */
    boolean isForPrograms() {
        return isApi() || this == ATTACHMENT;
    }

    /** Whether the address of a page holds a secret, of which no other page may learn. */
    boolean isSecretive() {
        return this == TOKEN || this == UNSUBSCRIBE;
    }

    /** What the servlet container mapped, decoded, without parameters. */
    static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }

    private static boolean isWithin(String path, String folder) {
        return path.startsWith(folder)
                && (path.length() == folder.length() || path.charAt(folder.length()) == '/');
    }
}
