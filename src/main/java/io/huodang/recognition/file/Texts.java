package io.huodang.recognition.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Texts: bytes that are characters in an encoding of the house, without control characters. */
final class Texts {
  private static final List<Charset> ENCODINGS =
      List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

  private Texts() {}

  static Optional<FileType> of(Content content) {
    if (content.startsWith("\u00FF\u00FE") || content.startsWith("\u00FE\u00FF")) {
      return Optional.of(FileType.other("text/plain"));
    }
    return ENCODINGS.stream()
        .flatMap(encoding -> decoded(content, encoding).stream())
        .filter(Texts::isText)
        .findFirst()
        .map(Texts::typeOf);
  }

  /** The beginning; its last character may be cut. */
  private static Optional<String> decoded(Content content, Charset encoding) {
    CharsetDecoder decoder =
        encoding
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer characters = CharBuffer.allocate(content.start().length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(content.start()), characters, false);
    return result.isError() ? Optional.empty() : Optional.of(characters.flip().toString());
  }

  private static boolean isText(String characters) {
    return !characters.isEmpty()
        && characters
            .chars()
            .noneMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f');
  }

  private static FileType typeOf(String characters) {
    String begin = characters.replace("\uFEFF", "").stripLeading().toLowerCase(Locale.ROOT);
    String beginning = begin.substring(0, Math.min(begin.length(), 1024));
    if (!beginning.startsWith("<")) {
      return FileType.other("text/plain");
    }
    if (beginning.startsWith("<!doctype html") || beginning.contains("<html")) {
      return FileType.other("text/html");
    }
    if (beginning.contains("<svg")) {
      return FileType.other("image/svg+xml");
    }
    return FileType.other(beginning.startsWith("<?xml") ? "application/xml" : "text/plain");
  }
}
