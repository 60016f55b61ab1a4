package io.huodang.corrections;

import io.huodang.extraction.FormField;
import io.huodang.extraction.FormKind;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What fields and kinds of forms are called in a language. */
@Component
public class FieldWords {
  private final MessageSource messages;

  FieldWords(MessageSource messages) {
    this.messages = messages;
  }

  /** A field's name: from the bundles, else as the form prints it, else as the API spells it. */
  public String of(FormField field, Locale locale) {
    String unnamed = locale.getLanguage().equals("zh") ? field.label() : apart(field.name());
    return String.valueOf(messages.getMessage("field." + field.name(), null, unnamed, locale));
  }

  /** The name of a kind of form. */
  public String of(FormKind kind, Locale locale) {
    return String.valueOf(
        kind.names().getOrDefault(locale.getLanguage().equals("zh") ? "zh" : "en", kind.code()));
  }

  /** {@code workStartDate} is "Work start date". */
  private static String apart(String name) {
    String spaced = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
  }
}
