package io.huodang.cli;

import io.huodang.extraction.FormField;
import io.huodang.extraction.FormKind;
import io.huodang.extraction.FormKinds;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** What fields are called on the screens, for a page that no server gives. */
public final class ReportWords {
  private final ResourceBundle chinese = bundle(Locale.ROOT);
  private final ResourceBundle english = bundle(Locale.ENGLISH);
  private final Map<String, String> printed = new HashMap<>();

  ReportWords(FormKinds kinds) {
    Stream.concat(kinds.all().stream(), Stream.of(kinds.of(null)))
        .map(FormKind::fields)
        .forEach(fields -> fields.forEach(this::add));
  }

  private void add(FormField field) {
    printed.putIfAbsent(field.name(), field.label());
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        "messages",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** A field's name in Chinese, else as forms print it. */
  public String chinese(String field) {
    return word(chinese, field, printed.getOrDefault(field, field));
  }

  /** A field's name in English, else as the API spells it. */
  public String english(String field) {
    return word(english, field, field);
  }

  private static String word(ResourceBundle words, String field, String unnamed) {
    String key = "field." + field;
    return words.containsKey(key) ? words.getString(key) : unnamed;
  }
}
