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
      OutputStream out = begin(picture, picture.size(), response);
      while (next.length > 0) {
        out.write(held);
        held = next;
        next = in.readNBytes(PIECE);
      }
      out.write(held);
    }
  }

  /**
   * Sends a part of a picture, sound or video, of which nothing can be proved.
   *
   * @param fromThere the bytes from where the part begins
   */
  static void sendPart(
      Picture whole, ByteRange part, Picture.Bytes fromThere, HttpServletResponse response)
      throws IOException {
    if (!part.isThere()) {
      response.setHeader("Content-Range", "bytes */" + whole.size());
      response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
      return;
    }
    try (InputStream in = fromThere.open()) {
      response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
      response.setHeader(
          "Content-Range", "bytes %d-%d/%d".formatted(part.from(), part.to(), whole.size()));
      OutputStream out = begin(whole, part.length(), response);
      long left = part.length();
      byte[] piece = in.readNBytes((int) Math.min(PIECE, left));
      while (piece.length > 0) {
        out.write(piece);
        left -= piece.length;
        piece = in.readNBytes((int) Math.min(PIECE, left));
      }
    }
  }

  private static OutputStream begin(Picture picture, long length, HttpServletResponse response)
      throws IOException {
    response.setContentType(picture.mediaType());
    response.setContentLengthLong(length);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    return response.getOutputStream();
  }
}
