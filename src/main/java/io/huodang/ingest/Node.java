package io.huodang.ingest;

import io.huodang.vocabulary.SyncedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * This node of the service: a name that lasts as long as its home, and a life that lasts as long as
 * its process. Leases of the name's earlier lives are free at once when it starts again.
 */
@Component
final class Node {
  private final String name;
  private final String life = UUID.randomUUID().toString();

  Node(IngestSettings settings) throws IOException {
    Path file = settings.node();
    if (!Files.exists(file)) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      SyncedFile.write(file, UUID.randomUUID().toString());
    }
    this.name = Files.readString(file).strip();
  }

  /** The owner of the leases of this life. */
  String owner() {
    return name + "/" + life;
  }

  /** What every life's owner begins with. */
  String ownerPrefix() {
    return name + "/";
  }
}
