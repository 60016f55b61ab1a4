package io.huodang.accuracy.web;

import io.huodang.accuracy.Dimension;
import io.huodang.accuracy.Figure;
import io.huodang.corrections.FieldWords;
import io.huodang.corrections.Fields;
import io.huodang.extraction.FormField;
import io.huodang.extraction.FormKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What groups and fields are called in a language. */
@Component
public class AccuracyWords {
  private final MessageSource messages;
  private final FieldWords words;
  private final Fields fields;

  AccuracyWords(MessageSource messages, FieldWords words, Fields fields) {
    this.messages = messages;
    this.words = words;
    this.fields = fields;
  }

  /** Every kind of form, for a choice. */
  public List<FormKind> kinds() {
    return fields.kinds();
  }

  /** The name of a kind of form. */
  public String kind(FormKind kind, Locale locale) {
    return words.of(kind, locale);
  }

  /**
   * What a group is called.
   *
   * @param titles of batches, by id
   */
  public String group(Figure figure, Map<String, String> titles, Locale locale) {
    return group(figure.dimension(), figure.group(), titles, locale);
  }

  String group(Dimension dimension, String group, Map<String, String> titles, Locale locale) {
    if (group.equals(Figure.UNKNOWN)) {
      return text("accuracy.unknown", group, locale);
    }
    return switch (dimension) {
      case TYPE ->
          kinds().stream()
              .filter(kind -> kind.code().equals(group))
              .findFirst()
              .map(kind -> words.of(kind, locale))
              .orElse(group);
      case BATCH -> titles.getOrDefault(group, group);
      case SOURCE -> text("source." + group, group, locale);
      default -> text("accuracy." + dimension.word() + "." + group, group, locale);
    };
  }

  /** What a field is called, in whichever form it stands. */
  public String field(String name, Locale locale) {
    FormField field =
        kinds().stream()
            .flatMap(kind -> kind.field(name).stream())
            .findFirst()
            .orElseGet(() -> FormField.unprinted(name));
    return words.of(field, locale);
  }

  private String text(String key, String otherwise, Locale locale) {
    return String.valueOf(messages.getMessage(key, null, otherwise, locale));
  }
}
