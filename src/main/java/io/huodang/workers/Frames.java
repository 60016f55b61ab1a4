package io.huodang.workers;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.huodang.extraction.PageOutcome;
import io.huodang.recognition.FileOutcome;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages on a stream: the length of each in four bytes, most significant first, then its JSON.
 */
final class Frames {
  /** A page's words take less than a hundredth of it. */
  static final int LIMIT = 64 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addMixIn(FileOutcome.class, Outcome.class)
          .addMixIn(PageOutcome.class, Outcome.class)
          .build();

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
  private interface Outcome {}

  private Frames() {}

  static void write(OutputStream out, Message message) throws IOException {
    byte[] json = JSON.writerFor(Message.class).writeValueAsBytes(message);
    if (json.length > LIMIT) {
      throw new IOException("A message of " + json.length + " bytes is too long");
    }
    out.write(ByteBuffer.allocate(4 + json.length).putInt(json.length).put(json).array());
    out.flush();
  }

  /**
   * Reads the next message.
   *
   * @return null when the stream ends where a message would begin
   * @throws IOException when what comes is no message
   */
  static @Nullable Message read(InputStream in) throws IOException {
    byte[] head = in.readNBytes(4);
    if (head.length == 0) {
      return null;
    }
    if (head.length < 4) {
      throw new EOFException("The stream ends within a length");
    }
    int length = ByteBuffer.wrap(head).getInt();
    if (length < 0 || length > LIMIT) {
      throw new IOException("No message has a length of " + Integer.toUnsignedString(length));
    }
    byte[] json = in.readNBytes(length);
    if (json.length < length) {
      throw new EOFException("The stream ends within a message");
    }
    try {
      return JSON.readValue(json, Message.class);
    } catch (JacksonException e) {
      throw new IOException("What came is no message: " + e.getClass().getSimpleName());
    }
  }
}
