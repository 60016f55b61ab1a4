package io.huodang.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One file of {@code ingest/document-types}: a type, or what is wrong with it.
 *
 * @param type null when the file cannot be used
 * @param finding null when it can
 */
record DocumentTypeFile(Path file, @Nullable DocumentType type, @Nullable String finding) {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();
  private static final Pattern MISSING = Pattern.compile("required creator property '([^']+)'");
  private static final Pattern PLACE = Pattern.compile("line (\\d+), column");
  private static final Pattern FOUND =
      Pattern.compile("\\s*(found|expected|could not|mapping values|did not)");

  static DocumentTypeFile read(Path file) {
    try {
      DocumentType type = YAML.readValue(file.toFile(), DocumentType.class);
      return type == null
          ? new DocumentTypeFile(file, null, at(file, 1, "the file is empty"))
          : new DocumentTypeFile(file, type, null);
    } catch (JacksonException e) {
      return new DocumentTypeFile(file, null, explained(file, e));
    }
  }

  /** Something wrong with a file that can be read, at the line where a word stands. */
  String wrong(String word, String problem) {
    return at(file, lineWith(file, word).orElse(1), problem);
  }

  private static String explained(Path file, JacksonException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      String known =
          Optional.ofNullable(unknown.getKnownPropertyIds()).orElse(List.of()).stream()
              .map(Object::toString)
              .sorted()
              .collect(Collectors.joining(", "));
      return at(
          file,
          lineOf(e),
          "'%s' is not known here; known are %s".formatted(unknown.getPropertyName(), known));
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof WrongEntry wrong) {
        int line = lineWith(file, wrong.word()).orElse(lineOf(e));
        return at(file, line, String.valueOf(wrong.getMessage()));
      }
      if (cause instanceof IllegalArgumentException wrong) {
        return at(file, lineOf(e), String.valueOf(wrong.getMessage()));
      }
    }
    String problem = e.getOriginalMessage();
    Matcher missing = MISSING.matcher(problem);
    return missing.find()
        ? at(file, lineOf(e), "'" + missing.group(1) + "' is missing")
        : unreadable(file, problem, lineOf(e));
  }

  /** What the reader of YAML says in several lines: what it was at, what it found, and where. */
  private static String unreadable(Path file, String said, int otherwise) {
    int line = otherwise;
    Matcher place = PLACE.matcher(said);
    while (place.find()) {
      line = Integer.parseInt(place.group(1));
    }
    String problem =
        said.lines()
            .filter(part -> FOUND.matcher(part).lookingAt())
            .findFirst()
            .orElse(said.lines().findFirst().orElse(""));
    return at(file, line, "this is no YAML: " + problem.strip());
  }

  private static int lineOf(JacksonException e) {
    TokenStreamLocation place = e.getLocation();
    if (place == null) {
      return 1;
    }
    // What is noted at the beginning of a line was read on the line before.
    return Math.max(1, place.getLineNr() - (place.getColumnNr() <= 1 ? 1 : 0));
  }

  private static Optional<Integer> lineWith(Path file, String word) {
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).startsWith("#") && lines.get(i).contains(word)) {
          return Optional.of(i + 1);
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String at(Path file, int line, String problem) {
    return file.getFileName() + ", line " + line + ": " + problem;
  }
}
