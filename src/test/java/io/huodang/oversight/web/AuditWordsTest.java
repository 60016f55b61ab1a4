package io.huodang.oversight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is recorded can be read: an auditor is no programmer. */
class AuditWordsTest {
  private static final Pattern ACTION =
      Pattern.compile("(?:AuditEntry\\.of|described)\\(\\s*[^;\"]*?,\\s*\"([a-z-]+)\"");
  private static final Pattern DETAIL = Pattern.compile("\\.with\\(\\s*\"([a-z0-9-]+)");
  private static final Pattern KIND = Pattern.compile("\\.about\\(\"([a-z-]+)\"");

  private final Properties words = words();

  @Test
  void everyActionHasAWord() throws IOException {
    Set<String> actions = found(ACTION);

    assertThat(actions).contains("view-person", "read-audit", "sign-in");
    assertThat(actions)
        .allSatisfy(
            action ->
                assertThat(List.of("audit.action." + action, "change." + action))
                    .anyMatch(words::containsKey));
  }

  @Test
  void everyDetailAndKindHasAWord() throws IOException {
    assertThat(found(DETAIL))
        .contains("query")
        .allSatisfy(key -> assertThat(words).containsKey("audit.detail." + key));
    assertThat(found(KIND))
        .contains("person")
        .allSatisfy(kind -> assertThat(words).containsKey("audit.kind." + kind));
  }

  private static Set<String> found(Pattern pattern) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        if (source.contains("AuditEntry")) {
          Matcher word = pattern.matcher(source);
          while (word.find()) {
            found.add(word.group(1));
          }
        }
      }
    }
    return found;
  }

  private static Properties words() {
    Properties words = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                AuditWordsTest.class.getResourceAsStream("/messages.properties")),
            StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
