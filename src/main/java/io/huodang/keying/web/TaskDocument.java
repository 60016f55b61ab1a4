package io.huodang.keying.web;

import io.huodang.catalog.Item;
import io.huodang.corrections.FieldWords;
import io.huodang.corrections.KeyField;
import io.huodang.corrections.Place;
import io.huodang.keying.KeyingTask;
import io.huodang.vocabulary.CitizenId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An item in which something is to be keyed, on the wire.
 *
 * @param lane {@code hall}, {@code employer} or {@code history}
 * @param pages page ids in order
 * @param revision the value of {@code If-Match}
 */
record TaskDocument(
    UUID itemId,
    @Nullable String title,
    @Nullable String fileNumber,
    String lane,
    List<UUID> pages,
    List<ToKey> fields,
    List<Beside> beside,
    long revision) {

  /**
   * A field to be keyed. Its values stand here in full, also those of citizen IDs.
   *
   * @param label in the language of the asker
   * @param kind what its value looks like, for example {@code citizen-id}
   * @param values that may be meant, the surest first
   * @param place where it stands or may be looked for; null when unknown
   * @param doubt {@code unread}, {@code unsound}, {@code disputed} or {@code unsure}
   */
  record ToKey(
      String field,
      @Nullable UUID pageId,
      @Nullable Integer row,
      String label,
      String kind,
      List<String> values,
      @Nullable Place place,
      String doubt) {

    @Override
    public String toString() {
      return field;
    }
  }

  /** What else stands on the form; citizen IDs are masked. */
  record Beside(String field, String label, String value) {
    @Override
    public String toString() {
      return field;
    }
  }

  static TaskDocument of(KeyingTask task, FieldWords words, Locale locale) {
    Item item = task.item();
    return new TaskDocument(
        item.id(),
        item.title(),
        item.fileNumber(),
        task.lane().name().toLowerCase(Locale.ROOT),
        item.pages(),
        task.fields().stream().map(field -> toKey(field, words, locale)).toList(),
        task.beside().stream()
            .map(
                field ->
                    new Beside(
                        field.key().field(),
                        words.of(field.form(), locale),
                        field.isCitizenId() ? CitizenId.hide(field.value()) : field.value()))
            .toList(),
        item.revision());
  }

  private static ToKey toKey(KeyField field, FieldWords words, Locale locale) {
    return new ToKey(
        field.key().field(),
        field.key().pageId(),
        field.key().row(),
        words.of(field.form(), locale),
        field.form().kind(),
        Stream.concat(
                field.read().isEmpty() ? Stream.empty() : Stream.of(field.read()),
                field.alternatives().stream())
            .distinct()
            .limit(9)
            .toList(),
        field.place(),
        field.doubt() == null ? "unsure" : field.doubt().word());
  }
}
