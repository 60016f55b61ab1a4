package io.huodang.preservation;

import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A manifest, as it lies in the vault: JSON in UTF-8 under its own SHA-256, as docs/preservation.md
 * says.
 *
 * @param schema the step of the registry's schema whose tables and columns it speaks of
 * @param madeAt when all of it was so: of two descriptions of the same, the later one counts
 * @param subjects for whose sake it was written
 */
record ManifestDocument(
    String schema, OffsetDateTime madeAt, List<Subject> subjects, List<Part> parts) {
  private static final int FORMAT = 1;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  ManifestDocument {
    subjects = List.copyOf(subjects);
    parts = List.copyOf(parts);
  }

  /** The version counts how often the same was described, from 1. */
  record Subject(Described described, int version) {}

  /**
   * How something stood.
   *
   * @param rows by table
   */
  record Part(Described described, JsonNode rows) {
    static Part of(ManifestPart part) {
      return new Part(part.described(), JSON.valueToTree(part.rows()));
    }
  }

  /** It is not a manifest, or one that this program does not know. */
  static final class Unreadable extends IOException {
    private static final long serialVersionUID = 1L;

    Unreadable(String why) {
      super(why);
    }
  }

  byte[] bytes() {
    ObjectNode document = JSON.createObjectNode();
    document.put("format", FORMAT);
    document.put("schema", schema);
    document.put("madeAt", madeAt.toString());
    ArrayNode whom = document.putArray("subjects");
    for (Subject subject : subjects) {
      named(whom.addObject(), subject.described()).put("version", subject.version());
    }
    ArrayNode all = document.putArray("parts");
    parts.forEach(part -> named(all.addObject(), part.described()).set("rows", part.rows()));
    return JSON.writeValueAsBytes(document);
  }

  private static ObjectNode named(ObjectNode node, Described described) {
    return node.put("kind", described.kind().word()).put("id", described.id().toString());
  }

  /**
   * Reads one to its end, so that its bytes are verified.
   *
   * @throws Unreadable when it says something that this program does not know
   */
  static ManifestDocument read(InputStream in) throws IOException {
    byte[] bytes = in.readAllBytes();
    try {
      JsonNode document = JSON.readTree(bytes);
      if (document.path("format").asInt(0) != FORMAT) {
        throw new Unreadable(
            "has the format %s, this program knows %d"
                .formatted(document.path("format").asString("unknown"), FORMAT));
      }
      List<Subject> subjects = new ArrayList<>();
      for (JsonNode one : document.get("subjects")) {
        subjects.add(new Subject(described(one), one.get("version").asInt()));
      }
      List<Part> parts = new ArrayList<>();
      for (JsonNode one : document.get("parts")) {
        parts.add(new Part(described(one), one.get("rows")));
      }
      return new ManifestDocument(
          document.get("schema").asString(),
          OffsetDateTime.parse(document.get("madeAt").asString()),
          subjects,
          parts);
    } catch (RuntimeException e) {
      throw new Unreadable("is not written as a manifest is");
    }
  }

  private static Described described(JsonNode node) {
    return new Described(
        ManifestKind.ofWord(node.get("kind").asString()),
        UUID.fromString(node.get("id").asString()));
  }
}
