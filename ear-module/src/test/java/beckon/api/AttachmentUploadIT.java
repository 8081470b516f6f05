package beckon.api;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.testing.BeckonIT;
import beckon.testing.Http;
import beckon.testing.Http.Answer;
import beckon.testing.Pictures;
import beckon.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the script of a dialog sends and is told, and what nobody else can send in its place. */
@RunAsClient
class AttachmentUploadIT extends BeckonIT {
    private final PageSession ben = new PageSession();
    private final byte[] photo = Pictures.jpeg(640, 480);

    @BeforeEach
    void signIn() {
        ben.signIn("ben@acme.example", TestServer.password());
    }

    @Test
    void fileIsTakenShownAndThrownAway() {
        Answer uploaded = ben.post("/attachment?name=..%2FF%C3%AAte.jpeg", photo);

        assertThat(uploaded.status()).isEqualTo(201);
        assertThat(uploaded.object().getString("name")).isEqualTo("Fête.jpeg");
        assertThat(uploaded.object().getInt("size")).isEqualTo(photo.length);
        String thumbnail = uploaded.object().getString("thumbnail");
        assertThat(ben.get(thumbnail).header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(anna().get(thumbnail).status()).isEqualTo(404);
        assertThat(anna().post(thumbnail + "/remove", new byte[0]).status()).isEqualTo(404);
        assertThat(ben.post(thumbnail + "/remove", new byte[0]).status()).isEqualTo(204);
        assertThat(ben.get(thumbnail).status()).isEqualTo(404);
        assertThat(ben.post(thumbnail + "/remove", new byte[0]).status()).isEqualTo(404);
    }

    @Test
    void tenMegabytesAreTheMost() {
        assertThat(ben.post("/attachment?name=a.jpg", padded(10_000_000)).status()).isEqualTo(201);

        Answer answer =
                ben.post("/attachment?name=a.jpg", padded(10_000_001), "Accept-Language", "fr");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.object().getString("detail"))
                .isEqualTo("Ce fichier est trop volumineux. Il peut faire 10 Mo au plus.");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 422, EMPTY",
        "'<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>', 415, SVG",
        "'<!DOCTYPE html><script>alert(1)</script>', 415, HTML",
        "'MZ program', 415, EXE",
        "'#!/bin/sh', 415, SHELL"
    })
    void whatMayNotBeAttachedIsRefusedInWords(String content, int status, String kind) {
        Answer answer =
                ben.post(
                        "/attachment?name=photo.jpg&kind=" + kind,
                        content.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.object().getString("detail")).contains("hoose");
    }

    @ParameterizedTest
    @CsvSource({"Origin, https://evil.example", "Sec-Fetch-Site, cross-site"})
    void otherSitesUploadAndRemoveNothing(String name, String value) {
        String thumbnail =
                ben.post("/attachment?name=a.jpg", photo).object().getString("thumbnail");

        assertThat(ben.post("/attachment?name=a.jpg", photo, name, value).status()).isEqualTo(403);
        assertThat(ben.post(thumbnail + "/remove", new byte[0], name, value).status())
                .isEqualTo(403);
        assertThat(ben.get(thumbnail).status()).isEqualTo(200);
    }

    @Test
    void noFormOfAnybodysIsAnUpload() {
        assertThat(ben.post("/attachment?name=a.jpg", Map.of("a", "b")).status()).isEqualTo(415);
    }

    @Test
    void whoeverIsNotSignedInIsToldSo() {
        Answer answer = new PageSession().post("/attachment?name=a.jpg", photo);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(Http.get("/attachment/00000000-0000-0000-0000-000000000000").status())
                .isEqualTo(401);
    }

    @Test
    void apiTokenIsNoSession() {
        String body =
                "{\"email\":\"ben@acme.example\",\"password\":\"%s\"}"
                        .formatted(TestServer.password());
        String token =
                Http.send("POST", "/api/v1/tokens", body, "Content-Type", "application/json")
                        .object()
                        .getString("token");

        assertThat(
                        Http.send(
                                        "POST",
                                        "/attachment?name=a.jpg",
                                        "x",
                                        "Authorization",
                                        "Bearer " + token,
                                        "Content-Type",
                                        "application/octet-stream")
                                .status())
                .isEqualTo(401);
    }

    private static PageSession anna() {
        PageSession anna = new PageSession();
        anna.signIn("anna@acme.example", TestServer.password());
        return anna;
    }

    private byte[] padded(int length) {
        return Arrays.copyOf(photo, length);
    }
}
