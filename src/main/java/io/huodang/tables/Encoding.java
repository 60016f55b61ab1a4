package io.huodang.tables;

import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a file's bytes are to be read as text: the whole of it decides, not its beginning. */
final class Encoding {
  private static final Charset GB18030 = Charset.forName("GB18030");

  private Encoding() {}

  /**
   * UTF-8 when all of it is, UTF-16 when its mark says so, else GB 18030.
   *
   * @throws Refusal whose code ends in {@code -not-csv} when it is no text at all
   */
  static Charset of(Path file, String what) throws IOException {
    byte[] head = new byte[4096];
    int length;
    try (InputStream in = Files.newInputStream(file)) {
      length = Math.max(0, in.readNBytes(head, 0, head.length));
    }
    if (length >= 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (length >= 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    if (length >= 2 && head[0] == 'P' && head[1] == 'K') {
      throw new Refusal(
          what + "-not-csv",
          "The %s is an Excel workbook; save it as CSV (UTF-8) and try again.".formatted(what));
    }
    for (int i = 0; i < length; i++) {
      if (head[i] == 0) {
        throw notText(what);
      }
    }
    if (reads(file, StandardCharsets.UTF_8)) {
      return StandardCharsets.UTF_8;
    }
    if (reads(file, GB18030)) {
      return GB18030;
    }
    throw notText(what);
  }

  private static boolean reads(Path file, Charset charset) throws IOException {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    CharBuffer characters = CharBuffer.allocate(1 << 16);
    try (InputStream in = Files.newInputStream(file)) {
      boolean end = false;
      while (!end) {
        int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = n < 0;
        bytes.position(bytes.position() + Math.max(0, n)).flip();
        CoderResult result = decoder.decode(bytes, characters.clear(), end);
        if (result.isError()) {
          return false;
        }
        bytes.compact();
      }
      return true;
    }
  }

  private static Refusal notText(String what) {
    return new Refusal(
        what + "-not-csv",
        "The %s is no text in UTF-8 or GB18030; save it as CSV (UTF-8) and try again."
            .formatted(what));
  }
}
