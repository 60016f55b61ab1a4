package io.huodang.extraction;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one field is found on a form.
 *
 * @param name as the API names it, for example {@code citizenId}
 * @param kind what its value looks like
 * @param labels printed before or above the value, the most telling first
 * @param endings printed behind the value where no label is, for example {@code 出生}
 * @param phrases running text around the value, which stands in place of {@code {}}
 * @param closing whether the value may stand alone on the last line, as the date of a letter does
 * @param barcode whether a barcode may state it, which is then believed
 */
record FieldRule(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) FieldKind kind,
    @Nullable List<String> labels,
    @Nullable List<String> endings,
    @Nullable List<String> phrases,
    boolean closing,
    boolean barcode) {

  FieldRule {
    if (!name.matches("[a-z][A-Za-z0-9]*")) {
      throw new WrongEntry(name, "a field's name is letters and digits, not " + name);
    }
    labels = labels == null ? List.of() : List.copyOf(labels);
    endings = endings == null ? List.of() : List.copyOf(endings);
    phrases = phrases == null ? List.of() : List.copyOf(phrases);
    if (labels.isEmpty() && phrases.isEmpty()) {
      throw new WrongEntry(name, "field " + name + " needs labels or phrases");
    }
    for (String label : labels) {
      if (label.isBlank()) {
        throw new WrongEntry(name, "field " + name + " has an empty label");
      }
    }
    for (String phrase : phrases) {
      if (phrase.split("\\{\\}", -1).length != 2 || phrase.startsWith("{}")) {
        throw new WrongEntry(
            phrase, "a phrase has words and then {} once, for the value: " + phrase);
      }
    }
  }

  List<String> printed() {
    return labels == null ? List.of() : labels;
  }

  List<String> endingsOrNone() {
    return endings == null ? List.of() : endings;
  }

  List<String> phrasesOrNone() {
    return phrases == null ? List.of() : phrases;
  }
}
