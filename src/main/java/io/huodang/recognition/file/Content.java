package io.huodang.recognition.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The beginning and the end of a file: all that is needed to tell what it is, however long it is.
 *
 * @param start up to 64 kB
 * @param end up to 64 kB; begins where the file does when that is shorter
 * @param size of the file, bytes
 */
record Content(byte[] start, byte[] end, long size) {
  private static final int PIECE = 64 << 10;

  static Content of(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      return new Content(
          read(channel, 0, PIECE), read(channel, Math.max(0, size - PIECE), PIECE), size);
    }
  }

  /** Up to so many bytes from a place; none when it is not in the file. */
  static byte[] read(FileChannel channel, long from, int length) throws IOException {
    long left = Math.clamp(channel.size() - from, 0, length);
    ByteBuffer piece = ByteBuffer.allocate((int) left);
    while (piece.hasRemaining() && channel.read(piece, from + piece.position()) >= 0) {
      // Until it is full.
    }
    return piece.array();
  }

  int at(int place) {
    return place < start.length ? start[place] & 0xFF : -1;
  }

  /** Whether these characters (of Latin-1) stand at a place. */
  boolean has(int place, String characters) {
    if (place + characters.length() > start.length) {
      return false;
    }
    for (int i = 0; i < characters.length(); i++) {
      if (at(place + i) != characters.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  boolean startsWith(String characters) {
    return has(0, characters);
  }

  /** So many characters of Latin-1, or fewer at the end. */
  String text(int from, int length) {
    int begin = Math.min(from, start.length);
    return new String(
        start, begin, Math.min(length, start.length - begin), StandardCharsets.ISO_8859_1);
  }

  /** The beginning as Latin-1, in which every byte is a character. */
  String startText() {
    return text(0, start.length);
  }

  String endText() {
    return new String(end, StandardCharsets.ISO_8859_1);
  }
}
