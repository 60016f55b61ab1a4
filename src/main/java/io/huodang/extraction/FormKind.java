package io.huodang.extraction;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of form (材料类型) as people know it.
 *
 * @param code for example {@code pension-retirement-approval}
 * @param names by language, {@code zh} and {@code en}
 * @param list whether each row is about another person (一表多人)
 * @param fields what it carries, its own first
 */
public record FormKind(
    String code, Map<String, String> names, boolean list, List<FormField> fields) {

  public FormKind {
    names = Map.copyOf(names);
    fields = List.copyOf(fields);
  }

  static FormKind of(DocumentType type) {
    return new FormKind(
        type.code(), type.name(), type.list(), type.rules().stream().map(FormField::of).toList());
  }

  /** The field of that name, or empty when such forms do not carry it. */
  public Optional<FormField> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }
}
