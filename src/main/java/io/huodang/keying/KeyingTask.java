package io.huodang.keying;

import io.huodang.catalog.Item;
import io.huodang.corrections.KeyField;
import io.huodang.vocabulary.Lane;
import java.util.List;

/**
 * An item in which something is to be keyed, handed out to one person.
 *
 * @param item as it was when it was handed out
 * @param lane how urgent it is
 * @param fields to be keyed, in the order of the form; each where it stands or may be looked for
 * @param beside what else stands on the form, to compare with
 */
public record KeyingTask(Item item, Lane lane, List<KeyField> fields, List<KeyField> beside) {

  public KeyingTask {
    fields = List.copyOf(fields);
    beside = List.copyOf(beside);
  }
}
