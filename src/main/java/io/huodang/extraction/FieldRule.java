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
 */
record FieldRule(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) FieldKind kind,
    @JsonProperty(required = true) List<String> labels,
    @Nullable List<String> endings) {

  FieldRule {
    if (!name.matches("[a-z][A-Za-z0-9]*")) {
      throw new IllegalArgumentException("a field's name is letters and digits, not " + name);
    }
    if (labels.isEmpty()) {
      throw new IllegalArgumentException("field " + name + " needs a label");
    }
    labels = List.copyOf(labels);
    endings = endings == null ? List.of() : List.copyOf(endings);
  }

  List<String> endingsOrNone() {
    return endings == null ? List.of() : endings;
  }
}
