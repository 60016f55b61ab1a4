package io.huodang.audit;

import io.huodang.vocabulary.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The hash of one row: SHA-256 over the hash before it and every field, each with its length before
 * it, so that no two different rows spell the same bytes.
 */
final class ChainHash {
  private ChainHash() {}

  static Sha256 of(Sha256 previous, AuditRow row) {
    return Sha256.ofContent(
        bytes(
            out -> {
              out.write(previous.bytes());
              out.writeLong(row.seq());
              text(out, row.id());
              out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, row.at()));
              out.write(content(row.entry()));
            }));
  }

  /** The bytes of what is known before a row has its place, which comes before them. */
  static byte[] content(AuditEntry entry) {
    return bytes(
        out -> {
          text(out, entry.actor().id());
          text(out, entry.actor().name());
          text(out, entry.actor().role());
          text(out, entry.actor().address());
          text(out, entry.action());
          text(out, entry.subjectKind());
          text(out, entry.subjectId());
          text(out, entry.purpose());
          text(out, entry.caseNumber());
          out.writeInt(entry.detail().size());
          for (Map.Entry<String, String> detail : entry.detail().entrySet()) {
            text(out, detail.getKey());
            text(out, detail.getValue());
          }
          text(out, entry.outcome().name().toLowerCase(Locale.ROOT));
        });
  }

  @FunctionalInterface
  private interface Fields {
    void write(DataOutputStream out) throws IOException;
  }

  private static byte[] bytes(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      fields.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void text(DataOutputStream out, @Nullable Object value) throws IOException {
    if (value == null) {
      out.writeInt(-1);
      return;
    }
    byte[] utf8 = value.toString().getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }
}
