package io.huodang.corrections.web;

import io.huodang.catalog.Changes;
import io.huodang.catalog.FieldKey;
import io.huodang.catalog.Item;
import io.huodang.catalog.Link;
import io.huodang.catalog.ToldChange;
import io.huodang.catalog.ToldChange.ToldEdit;
import io.huodang.corrections.FieldWords;
import io.huodang.corrections.Fields;
import io.huodang.corrections.Undoing;
import io.huodang.viewing.Looks;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words what persons changed of an item. */
@Component
class Histories {
  private static final String NOTHING = "–";
  private static final int MOST_LINES = 6;

  /** What a merge moved, row by row, tells nothing of an item. */
  private static final Set<String> OF_PERSONS =
      Set.of("owner", "name-kind", "vital", "merged-into", "ended");

  private final Undoing undoing;
  private final Changes changes;
  private final Fields fields;
  private final FieldWords words;
  private final Looks looks;
  private final MessageSource messages;

  Histories(
      Undoing undoing,
      Changes changes,
      Fields fields,
      FieldWords words,
      Looks looks,
      MessageSource messages) {
    this.undoing = undoing;
    this.changes = changes;
    this.fields = fields;
    this.words = words;
    this.looks = looks;
    this.messages = messages;
  }

  List<HistoryRow> of(Item item, Locale locale) {
    Map<UUID, String> names = looks.namesOf(List.of(item));
    Map<UUID, String> linked =
        item.links().stream()
            .filter(link -> names.containsKey(link.personId()))
            .collect(Collectors.toMap(Link::id, link -> label(link, names, locale)));
    return undoing.history(item.id()).stream()
        .map(changes::tell)
        .map(change -> row(item, change, linked, locale))
        .toList();
  }

  private String label(Link link, Map<UUID, String> names, Locale locale) {
    String name = names.getOrDefault(link.personId(), "");
    return link.row() == null ? name : word("item.rowNumber", locale, link.row()) + " " + name;
  }

  private HistoryRow row(Item item, ToldChange change, Map<UUID, String> linked, Locale locale) {
    List<ToldEdit> edits =
        change.edits().stream().filter(edit -> !OF_PERSONS.contains(edit.aspect())).toList();
    return new HistoryRow(
        change.id(),
        change.kind(),
        change.by(),
        change.at(),
        change.why(),
        change.undoneBy() != null,
        edits.stream().limit(MOST_LINES).map(edit -> line(item, edit, linked, locale)).toList(),
        Math.max(0, edits.size() - MOST_LINES));
  }

  private HistoryRow.Line line(Item item, ToldEdit edit, Map<UUID, String> linked, Locale locale) {
    return new HistoryRow.Line(
        label(item, edit, linked, locale),
        value(edit, edit.before(), locale),
        value(edit, edit.after(), locale));
  }

  private String label(Item item, ToldEdit edit, Map<UUID, String> linked, Locale locale) {
    return switch (edit.aspect()) {
      case "field" -> FieldKey.parse(edit.key()).map(key -> label(item, key, locale)).orElse("");
      case "link" -> linked.getOrDefault(edit.subject(), "");
      case "arrangement", "removal" -> ofItem(item, edit, locale);
      default -> word("aspect." + edit.aspect(), locale);
    };
  }

  private String ofItem(Item item, ToldEdit edit, Locale locale) {
    String what = word("aspect." + edit.aspect(), locale);
    return edit.subject().equals(item.id()) ? what : word("aspect.other", locale, what);
  }

  private String label(Item item, FieldKey key, Locale locale) {
    String name =
        fields
            .kindOf(item)
            .field(key.field())
            .map(field -> words.of(field, locale))
            .orElseGet(() -> word("field." + key.field(), locale));
    return key.row() == null ? name : word("item.rowNumber", locale, key.row()) + " " + name;
  }

  /** A link's state and role are words of the program, all else is as it was typed. */
  private String value(ToldEdit edit, @Nullable String value, Locale locale) {
    if (value == null || value.isEmpty()) {
      return NOTHING;
    }
    switch (edit.aspect()) {
      case "rotation":
        return word("rotation.degrees", locale, value);
      case "blank":
        return word("blank." + value, locale);
      case "removal", "page-removal":
        return word("removal." + value, locale);
      case "arrangement":
        return PageNumbers.of(edit.before(), value);
      default:
        break;
    }
    if (edit.aspect().equals("link")) {
      String[] parts = value.split(" ", 2);
      return word("link." + parts[0], locale) + " · " + word("role." + parts[1], locale);
    }
    return value;
  }

  private String word(String key, Locale locale, Object... arguments) {
    return String.valueOf(messages.getMessage(key, arguments, key, locale));
  }
}
