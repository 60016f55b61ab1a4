package io.huodang.vault;

import io.huodang.vocabulary.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.function.UnaryOperator;

/**
 * Hashes what is read through it, and ends with {@link BytesChanged} instead of an end of stream
 * when the hash is not the expected one.
 *
 * <p>A reader that stops before the end learns nothing. Not thread-safe.
 */
final class VerifiedStream extends FilterInputStream {
  private final Holding holding;
  private final Sha256 expected;
  private final MessageDigest digest = Sha256.newDigest();
  private final UnaryOperator<IOException> fault;
  private boolean matched;

  /** Bytes on their way in: who delivers them hears of faults as they are. */
  VerifiedStream(InputStream in, Holding holding, Sha256 expected) {
    this(in, holding, expected, fault -> fault);
  }

  /** Bytes on their way out, whose faults are those of the store. */
  VerifiedStream(
      InputStream in, Holding holding, Sha256 expected, UnaryOperator<IOException> fault) {
    super(in);
    this.holding = holding;
    this.expected = expected;
    this.fault = fault;
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count;
    try {
      count = in.read(buffer, offset, length);
    } catch (IOException e) {
      throw fault.apply(e);
    }
    if (count < 0) {
      match();
    } else {
      digest.update(buffer, offset, count);
    }
    return count;
  }

  private void match() throws BytesChanged {
    if (!matched && !Sha256.of(digest.digest()).equals(expected)) {
      throw new BytesChanged(holding, expected);
    }
    matched = true;
  }

  /** Skipped bytes must be hashed too, so they are read. */
  @Override
  public long skip(long count) throws IOException {
    byte[] passed = new byte[(int) Math.min(Math.max(count, 0), 1 << 13)];
    long left = count;
    while (left > 0) {
      int read = read(passed, 0, (int) Math.min(left, passed.length));
      if (read < 0) {
        break;
      }
      left -= read;
    }
    return count - left;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public synchronized void mark(int limit) {}

  @Override
  public synchronized void reset() throws IOException {
    throw new IOException("Bytes that are being hashed are read once");
  }
}
