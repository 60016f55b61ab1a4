package io.huodang.corrections.web;

import io.huodang.corrections.KeyField;
import io.huodang.corrections.ListedRow;
import io.huodang.corrections.Place;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list as it stands on the item's screen.
 *
 * @param key of the row, as calls name it
 * @param position of its page in the item, from 1
 * @param clear whether it may be confirmed together with others
 * @param place of the whole row on its page, null when unknown
 * @param people who stands there, may stand there or was ruled out
 * @param candidates how many of these are proposed
 */
record RowLine(
    String key,
    int position,
    int number,
    String state,
    boolean clear,
    @Nullable Place place,
    List<FieldRow> fields,
    List<LinkRow> people,
    int candidates) {

  static RowLine of(ListedRow row, List<FieldRow> fields, List<LinkRow> people) {
    return new RowLine(
        RowCursor.written(row.place()),
        row.position(),
        row.place().number(),
        row.state().word(),
        row.clear(),
        around(row.fields()),
        fields,
        people,
        row.candidates().size());
  }

  /** The smallest part of the page in which all values stand. */
  private static @Nullable Place around(List<KeyField> fields) {
    List<Place> places = fields.stream().map(KeyField::place).filter(Objects::nonNull).toList();
    return places.stream()
        .reduce(
            (one, other) -> {
              double left = Math.min(one.left(), other.left());
              double top = Math.min(one.top(), other.top());
              double right = Math.max(one.left() + one.width(), other.left() + other.width());
              double bottom = Math.max(one.top() + one.height(), other.top() + other.height());
              return new Place(one.pageId(), one.position(), left, top, right - left, bottom - top);
            })
        .orElse(null);
  }
}
