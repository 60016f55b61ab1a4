package io.huodang.corrections;

import io.huodang.catalog.FieldKey;
import io.huodang.extraction.FormField;
import io.huodang.extraction.FormKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The fields of an item.
 *
 * @param kind what kind of form it is
 * @param ofForm fields of the form as a whole, keys first
 * @param rows of a list form, in the order of pages and rows
 * @param addable fields that such a form carries and that nothing was read for
 */
public record ItemFields(
    FormKind kind, List<KeyField> ofForm, List<Row> rows, List<FormField> addable) {

  public ItemFields {
    ofForm = List.copyOf(ofForm);
    rows = List.copyOf(rows);
    addable = List.copyOf(addable);
  }

  /** One row of a list form (一表多人). */
  public record Row(UUID pageId, int position, int number, List<KeyField> fields) {
    public Row {
      fields = List.copyOf(fields);
    }
  }

  /** Every field, those of the form first. */
  public Stream<KeyField> all() {
    return Stream.concat(ofForm.stream(), rows.stream().flatMap(row -> row.fields().stream()));
  }

  /** The field of that key, or empty. */
  public Optional<KeyField> find(FieldKey key) {
    return all().filter(field -> field.key().equals(key)).findFirst();
  }
}
