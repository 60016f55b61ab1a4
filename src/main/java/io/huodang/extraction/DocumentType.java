package io.huodang.extraction;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of form (材料类型): how it is recognised, which fields it carries, how long it is kept.
 *
 * @param code for example {@code pension-retirement-approval}
 * @param name by language, {@code zh} and {@code en}
 * @param headings parts of printed headings by which it is recognised
 * @param marks words that all stand on it, where it has no heading
 * @param category its class of archives; null for what is kept with the item that it belongs to
 * @param step the business step that produces it (业务环节), null where it is a proof of many
 * @param retention null for what is kept with the item that it belongs to
 * @param list whether each row is about another person (一表多人)
 * @param without fields of the general type that are not looked for on it
 * @param fields what it carries beyond the general type's fields, or in place of them
 */
record DocumentType(
    @JsonProperty(required = true) String code,
    @JsonProperty(required = true) Map<String, String> name,
    @Nullable List<String> headings,
    @Nullable List<String> marks,
    @Nullable Category category,
    @Nullable String step,
    @Nullable Retention retention,
    boolean list,
    @Nullable List<String> without,
    @Nullable List<FieldRule> fields) {

  /** What every form may carry: the type without headings. */
  static final String GENERAL = "general";

  DocumentType {
    if (!code.matches("[a-z][a-z0-9-]*")) {
      throw new WrongEntry(code, "a code is lower-case words and hyphens, not " + code);
    }
    if (!name.containsKey("zh") || !name.containsKey("en")) {
      throw new WrongEntry("name", "a name is needed in zh and en");
    }
    headings = copy(headings);
    marks = copy(marks);
    without = copy(without);
    fields = fields == null ? List.of() : List.copyOf(fields);
    if (code.equals(GENERAL)) {
      if (!headings.isEmpty() || !marks.isEmpty()) {
        throw new WrongEntry("headings", "the type general fits every form: it has no headings");
      }
    } else if (headings.isEmpty() && marks.isEmpty()) {
      throw new WrongEntry("code", "headings are needed (or marks, where a form has no heading)");
    }
    for (String heading : headings) {
      if (heading.codePointCount(0, heading.length()) < 2) {
        throw new WrongEntry(heading, "a heading has two characters or more");
      }
    }
    if ((category == null) != (retention == null)) {
      throw new WrongEntry(
          category == null ? "retention" : "category", "category and retention belong together");
    }
    for (int i = 0; i < fields.size(); i++) {
      String field = fields.get(i).name();
      if (fields.subList(0, i).stream().anyMatch(other -> other.name().equals(field))) {
        throw new WrongEntry(field, "the field " + field + " is stated twice");
      }
    }
  }

  private static List<String> copy(@Nullable List<String> words) {
    return words == null ? List.of() : List.copyOf(words);
  }

  List<FieldRule> rules() {
    return fields == null ? List.of() : fields;
  }

  List<String> headingParts() {
    return copy(headings);
  }

  List<String> markWords() {
    return copy(marks);
  }

  List<String> notLookedFor() {
    return copy(without);
  }

  /** This type with the general fields that it does not state itself. */
  DocumentType completedBy(DocumentType general) {
    List<FieldRule> all = new ArrayList<>(rules());
    for (FieldRule rule : general.rules()) {
      if (all.stream().noneMatch(own -> own.name().equals(rule.name()))
          && !notLookedFor().contains(rule.name())) {
        all.add(rule);
      }
    }
    return new DocumentType(
        code, name, headings, marks, category, step, retention, list, without, all);
  }
}
