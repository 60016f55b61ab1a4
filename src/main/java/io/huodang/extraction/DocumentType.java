package io.huodang.extraction;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of form (材料类型): how it is recognised and which fields it carries.
 *
 * @param code for example {@code pension-retirement-approval}
 * @param name by language, {@code zh} and {@code en}
 * @param headings parts of printed headings by which it is recognised; empty for the general type
 * @param list whether each row is about another person (一表多人)
 * @param fields what it carries beyond the general type's fields, or in place of them
 */
record DocumentType(
    @JsonProperty(required = true) String code,
    @JsonProperty(required = true) Map<String, String> name,
    @Nullable List<String> headings,
    boolean list,
    @Nullable List<FieldRule> fields) {

  /** What every form may carry: the type without headings. */
  static final String GENERAL = "general";

  DocumentType {
    if (!code.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("a code is lower-case words and hyphens, not " + code);
    }
    if (!name.containsKey("zh") || !name.containsKey("en")) {
      throw new IllegalArgumentException("a name is needed in zh and en");
    }
    headings = headings == null ? List.of() : List.copyOf(headings);
    fields = fields == null ? List.of() : List.copyOf(fields);
    if (headings.isEmpty() != code.equals(GENERAL)) {
      throw new IllegalArgumentException("every type but " + GENERAL + " needs headings");
    }
  }

  List<FieldRule> rules() {
    return fields == null ? List.of() : fields;
  }

  List<String> headingParts() {
    return headings == null ? List.of() : headings;
  }

  /** This type with the general fields that it does not state itself. */
  DocumentType completedBy(DocumentType general) {
    List<FieldRule> all = new ArrayList<>(rules());
    for (FieldRule rule : general.rules()) {
      if (all.stream().noneMatch(own -> own.name().equals(rule.name()))) {
        all.add(rule);
      }
    }
    return new DocumentType(code, name, headings, list, all);
  }
}
