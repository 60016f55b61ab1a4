package io.huodang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word on a screen comes from the bundles, and both languages have all of them. */
class WordsTest {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Pattern TEXT = Pattern.compile(">([^<>]*[\\p{L}][^<>]*)<");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\s(?:title|alt|placeholder|aria-label|value)=\"([^\"]*\\p{L}[^\"]*)\"");
  private static final Pattern KEY = Pattern.compile("#\\{([A-Za-z][A-Za-z0-9.-]*)[}(]");
  private static final Pattern INLINE =
      Pattern.compile("(?i)\\sstyle=|\\son[a-z]+=|<style|<script(?![^>]*src=)|javascript:");

  @Test
  void bothLanguagesHaveTheSameWords() {
    assertThat(new TreeSet<>(bundle("messages.properties").keySet()))
        .isEqualTo(new TreeSet<>(bundle("messages_en.properties").keySet()));
  }

  @Test
  void noWordIsEmptyAndEachTakesTheSameArguments() {
    Properties chinese = bundle("messages.properties");
    Properties english = bundle("messages_en.properties");

    assertThat(chinese.stringPropertyNames())
        .allSatisfy(
            key -> {
              assertThat(chinese.getProperty(key)).as(key).isNotBlank();
              assertThat(english.getProperty(key)).as(key).isNotBlank();
              assertThat(arguments(english.getProperty(key)))
                  .as(key)
                  .isEqualTo(arguments(chinese.getProperty(key)));
            });
  }

  @Test
  void everyWordThatATemplateAsksForExists() throws IOException {
    Properties chinese = bundle("messages.properties");
    List<String> missing = new ArrayList<>();
    for (Path template : templates()) {
      Matcher key = KEY.matcher(Files.readString(template));
      while (key.find()) {
        if (!chinese.containsKey(key.group(1))) {
          missing.add(template.getFileName() + ": " + key.group(1));
        }
      }
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void noTemplateCarriesWordsOfItsOwn() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path template : templates()) {
      String html = Files.readString(template);
      for (Pattern pattern : List.of(TEXT, ATTRIBUTE)) {
        Matcher words = pattern.matcher(html);
        while (words.find()) {
          found.add(template.getFileName() + ": " + words.group(1).strip());
        }
      }
    }

    assertThat(found).isEmpty();
  }

  @Test
  void noTemplateCarriesInlineScriptOrStyle() throws IOException {
    for (Path template : templates()) {
      assertThat(Files.readString(template)).as(template.toString()).doesNotContainPattern(INLINE);
    }
  }

  private static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
  }

  private static TreeSet<String> arguments(String message) {
    TreeSet<String> found = new TreeSet<>();
    Matcher argument = Pattern.compile("\\{[0-9]}").matcher(message);
    while (argument.find()) {
      found.add(argument.group());
    }
    return found;
  }

  private static Properties bundle(String name) {
    Properties bundle = new Properties();
    try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(name))) {
      bundle.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bundle;
  }
}
