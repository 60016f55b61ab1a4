package io.huodang.extraction;

import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The document types of {@code ingest/document-types}, one YAML file each. */
final class DocumentTypes {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final List<DocumentType> types;
  private final DocumentType general;

  private DocumentTypes(List<DocumentType> types, DocumentType general) {
    this.types = types;
    this.general = general;
  }

  /**
   * Reads every {@code .yaml} file of a directory.
   *
   * @throws Refusal {@code document-type-invalid} with file and line, {@code
   *     document-types-missing}
   */
  static DocumentTypes load(Path directory) {
    List<DocumentType> read = new ArrayList<>();
    for (Path file : files(directory)) {
      DocumentType type = read(file);
      if (read.stream().anyMatch(other -> other.code().equals(type.code()))) {
        throw invalid(file, 1, "another file has the code " + type.code());
      }
      read.add(type);
    }
    DocumentType general =
        read.stream()
            .filter(type -> type.code().equals(DocumentType.GENERAL))
            .findFirst()
            .orElseThrow(() -> missing(directory));
    return new DocumentTypes(
        read.stream()
            .filter(type -> type != general)
            .map(type -> type.completedBy(general))
            .toList(),
        general);
  }

  /** What is looked for on a form that no type fits. */
  DocumentType general() {
    return general;
  }

  /** Every type but the general one, completed by it. */
  List<DocumentType> all() {
    return types;
  }

  /** The type whose heading fits best; the longest heading that fits wins. */
  Optional<DocumentType> fitting(String heading) {
    DocumentType best = null;
    double bestScore = 0;
    for (DocumentType type : types) {
      for (String part : type.headingParts()) {
        int slips = Slips.within(heading, part);
        double score = slips <= part.length() / 4 ? part.length() - 2.0 * slips : 0;
        if (score > bestScore) {
          best = type;
          bestScore = score;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static List<Path> files(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw missing(directory);
    }
  }

  private static DocumentType read(Path file) {
    try {
      DocumentType type = YAML.readValue(file.toFile(), DocumentType.class);
      if (type == null) {
        throw invalid(file, 1, "the file is empty");
      }
      return type;
    } catch (JacksonException e) {
      throw invalid(file, lineOf(e), e.getOriginalMessage());
    }
  }

  private static int lineOf(JacksonException e) {
    TokenStreamLocation place = e.getLocation();
    if (place == null) {
      return 1;
    }
    // What is noted at the beginning of a line was read on the line before.
    return Math.max(1, place.getLineNr() - (place.getColumnNr() <= 1 ? 1 : 0));
  }

  private static Refusal invalid(Path file, int line, String problem) {
    return new Refusal(
        "document-type-invalid",
        file.getFileName() + ", line " + line + ": " + problem.lines().findFirst().orElse(""));
  }

  private static Refusal missing(Path directory) {
    return new Refusal(
        "document-types-missing",
        "No document type '" + DocumentType.GENERAL + "' was found in " + directory + ".");
  }
}
