package beckon.attachment.control;

import static beckon.attachment.FileFixtures.box;
import static beckon.attachment.FileFixtures.gif;
import static beckon.attachment.FileFixtures.joined;
import static beckon.attachment.FileFixtures.jpeg;
import static beckon.attachment.FileFixtures.pdf;
import static beckon.attachment.FileFixtures.png;
import static beckon.attachment.FileFixtures.text;
import static beckon.attachment.FileFixtures.webp;
import static beckon.attachment.FileFixtures.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import beckon.attachment.entity.FileType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContentTypesTest {

    static Stream<Arguments> good() {
        return Stream.of(
                arguments(jpeg(8, 8), FileType.JPEG),
                arguments(png(8, 8), FileType.PNG),
                arguments(gif(8, 8), FileType.GIF),
                arguments(webp(), FileType.WEBP),
                arguments(pdf(), FileType.PDF),
                arguments(box("heic", "mif1", "heic"), FileType.HEIC),
                arguments(box("mif1", "miaf", "heic"), FileType.HEIC),
                arguments(box("isom", "iso2", "avc1", "mp41"), FileType.MP4),
                arguments(box("mp42", "isom"), FileType.MP4));
    }

    @ParameterizedTest
    @MethodSource("good")
    void contentSaysWhatAFileIs(byte[] file, FileType type) {
        assertThat(recognise(file)).contains(type);
    }

    static Stream<byte[]> bad() {
        return Stream.of(
                text("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
                text("<?xml version='1.0'?><svg/>"),
                text("<!DOCTYPE html><script>alert(1)</script>"),
                text("#!/bin/sh\nrm -rf /"),
                text("MZ\u0090\0\u0003 This program cannot be run in DOS mode"),
                text("\u007fELF\u0002\u0001\u0001"),
                text("\u00ca\u00fe\u00ba\u00be\0\0\0\u003d"),
                text("just words"),
                text("{\"json\": true}"),
                text("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1 old office"),
                text("RIFF\u0024\0\0\0WAVEfmt "),
                text("ID3 an mp3"),
                text(" %PDF-1.7 not at the beginning"),
                text("GIF"),
                text("\u00ff\u00d8"),
                new byte[] {0},
                new byte[15],
                zip("word/document.xml"),
                zip("META-INF/MANIFEST.MF"),
                box("avif", "mif1", "miaf"),
                box("qt  "),
                Arrays.copyOf(box("isom", "mp41"), 9));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatIsNotOnTheListIsNothing(byte[] file) {
        assertThat(recognise(file)).isEmpty();
    }

    static Stream<byte[]> twofold() {
        return Stream.of(
                joined(jpeg(8, 8), zip("Evil.class")),
                joined(gif(8, 8), zip("Evil.class")),
                joined(pdf(), zip("Evil.class"), text("a remark")),
                joined(text("GIF89a/*<script>"), new byte[500]),
                joined(text("GIF89a=1;<SCRIPT src=x>"), new byte[500]),
                joined(text("%PDF-1.4\n<html><body onload=alert(1)>"), new byte[500]),
                joined(jpeg(8, 8), text("<?php system($_GET['c']); ?>")),
                joined(text("GIF89a"), "<script>".getBytes(StandardCharsets.UTF_16BE)));
    }

    @ParameterizedTest
    @MethodSource("twofold")
    void whatIsTwoThingsAtOnceIsNeither(byte[] file) {
        assertThat(recognise(file)).isEmpty();
    }

    @Test
    void boxThatClaimsMoreThanThereIsIsNothing() {
        byte[] file = box("isom", "mp41");
        file[0] = 0x7f;

        assertThat(recognise(file)).isEmpty();
    }

    @Test
    void longPictureWithAnArchiveBehindItIsFoundOut() {
        byte[] file = joined(jpeg(8, 8), new byte[200_000], zip("Evil.class"));

        assertThat(recognise(file)).isEmpty();
    }

    private static Optional<FileType> recognise(byte[] file) {
        byte[] head = Arrays.copyOf(file, Math.min(file.length, ContentTypes.HEAD));
        int tail = Math.min(file.length, ContentTypes.TAIL);
        return ContentTypes.recognise(
                head, Arrays.copyOfRange(file, file.length - tail, file.length), file.length);
    }
}
