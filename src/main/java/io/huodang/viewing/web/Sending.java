package io.huodang.viewing.web;

import io.huodang.viewing.Picture;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Sends bytes so that nobody ends up with the whole of something that has changed in the vault. */
final class Sending {
  private static final int PIECE = 64 * 1024;

  private Sending() {}

  /**
   * Sends a picture, always one piece behind: the vault's verdict on the bytes comes at their end,
   * and until then the last piece is held back.
   */
  static void send(Picture picture, HttpServletResponse response) throws IOException {
    try (InputStream in = picture.bytes().open()) {
      byte[] held = in.readNBytes(PIECE);
      byte[] next = in.readNBytes(PIECE);
      response.setContentType(picture.mediaType());
      response.setContentLengthLong(picture.size());
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("X-Content-Type-Options", "nosniff");
      OutputStream out = response.getOutputStream();
      while (next.length > 0) {
        out.write(held);
        held = next;
        next = in.readNBytes(PIECE);
      }
      out.write(held);
    }
  }
}
