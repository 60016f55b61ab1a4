package io.huodang.extraction;

import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The document types of {@code ingest/document-types}, one YAML file each. */
public final class DocumentTypes {
  private static final String HOW_TO_MEND = " (docs/document-types.md shows the format)";

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
    List<DocumentTypeFile> files = read(directory);
    List<String> findings = findings(directory, files);
    if (!findings.isEmpty()) {
      throw new Refusal(
          files.isEmpty() || findings.getFirst().startsWith("No document type")
              ? "document-types-missing"
              : "document-type-invalid",
          findings.getFirst()
              + (findings.size() > 1
                  ? "; %d more: see ./huodang doctor".formatted(findings.size() - 1)
                  : "")
              + HOW_TO_MEND);
    }
    List<DocumentType> read =
        files.stream().map(DocumentTypeFile::type).filter(Objects::nonNull).toList();
    DocumentType general =
        read.stream().filter(type -> type.code().equals(DocumentType.GENERAL)).findFirst().get();
    return new DocumentTypes(
        read.stream()
            .filter(type -> type != general)
            .map(type -> type.completedBy(general))
            .toList(),
        general);
  }

  /**
   * What is wrong with the files of a directory, each with file, line and what is meant; empty when
   * all is well.
   */
  public static List<String> findings(Path directory) {
    return findings(directory, read(directory));
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

  /**
   * The type whose marks stand in a text, for forms without a heading: all of them, but one where
   * there are five or more, each with the slips that the engine makes.
   */
  Optional<DocumentType> markedIn(String text) {
    return types.stream()
        .filter(type -> !type.markWords().isEmpty())
        .filter(type -> missing(type.markWords(), text) <= type.markWords().size() / 5)
        .findFirst();
  }

  private static long missing(List<String> marks, String text) {
    return marks.stream().filter(mark -> Slips.within(text, mark) > mark.length() / 4).count();
  }

  private static List<DocumentTypeFile> read(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(DocumentTypeFile::read)
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static List<String> findings(Path directory, List<DocumentTypeFile> files) {
    List<String> findings = new ArrayList<>();
    Map<String, String> codes = new HashMap<>();
    Map<String, String> headings = new HashMap<>();
    for (DocumentTypeFile file : files) {
      if (file.finding() != null) {
        findings.add(file.finding());
      }
      DocumentType type = file.type();
      if (type == null) {
        continue;
      }
      String name = String.valueOf(file.file().getFileName());
      String same = codes.putIfAbsent(type.code(), name);
      if (same != null) {
        findings.add(file.wrong(type.code(), same + " has the code " + type.code() + " too"));
      }
      for (String heading : type.headingParts()) {
        String other = headings.putIfAbsent(heading, name);
        if (other != null) {
          findings.add(
              file.wrong(
                  heading,
                  "the heading %s stands in %s too: a form would be either"
                      .formatted(heading, other)));
        }
      }
    }
    if (codes.containsKey(DocumentType.GENERAL)) {
      findings.addAll(notGeneral(files));
    } else if (findings.isEmpty()) {
      findings.add(
          "No document type '" + DocumentType.GENERAL + "' was found in " + directory + ".");
    }
    return findings;
  }

  /** What a type says it does not look for must be something that is looked for. */
  private static List<String> notGeneral(List<DocumentTypeFile> files) {
    List<DocumentType> types =
        files.stream().map(DocumentTypeFile::type).filter(Objects::nonNull).toList();
    List<String> general =
        types.stream()
            .filter(type -> type.code().equals(DocumentType.GENERAL))
            .flatMap(type -> type.rules().stream().map(FieldRule::name))
            .toList();
    List<String> findings = new ArrayList<>();
    for (DocumentTypeFile file : files) {
      DocumentType type = file.type();
      if (type == null) {
        continue;
      }
      for (String field : type.notLookedFor()) {
        if (!general.contains(field)) {
          findings.add(
              file.wrong(
                  field,
                  "'without' names %s, which is no field of general.yaml; those are %s"
                      .formatted(field, String.join(", ", general))));
        }
      }
    }
    return findings;
  }
}
