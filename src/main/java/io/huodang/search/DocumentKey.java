package io.huodang.search;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * What a document stands for, as 16 bytes for each id in base64, in a column of the index. The
 * document's own id stands in Elasticsearch's store of whole documents, of which a thousand are
 * unpacked to read one.
 */
final class DocumentKey {
  static final String FIELD = "key";
  private static final int BYTES = 16;

  private DocumentKey() {}

  static String of(UUID... ids) {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES * ids.length);
    for (UUID id : ids) {
      bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /** The ids of which {@link #of} made a key. */
  static List<UUID> ids(String key) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(key));
    List<UUID> ids = new ArrayList<>();
    while (bytes.remaining() >= BYTES) {
      ids.add(new UUID(bytes.getLong(), bytes.getLong()));
    }
    return ids;
  }
}
