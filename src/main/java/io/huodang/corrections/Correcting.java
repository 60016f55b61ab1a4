package io.huodang.corrections;

import io.huodang.access.Action;
import io.huodang.access.Viewer;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.catalog.Aspect;
import io.huodang.catalog.Change;
import io.huodang.catalog.ChangedMeanwhile;
import io.huodang.catalog.Changes;
import io.huodang.catalog.Edit;
import io.huodang.catalog.FieldKey;
import io.huodang.catalog.FieldValue;
import io.huodang.catalog.Item;
import io.huodang.catalog.NewChange;
import io.huodang.extraction.Typed;
import io.huodang.vocabulary.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts right what stands in an item's fields, and what it is called. */
@Service
public class Correcting {
  private static final int LONGEST_NUMBER = 100;
  private static final String CORRECTING = "更正数据";
  static final String KEY_FIELD = "key-field";

  private final CorrectableItems items;
  private final Fields fields;
  private final Changes changes;
  private final Audit audit;

  Correcting(CorrectableItems items, Fields fields, Changes changes, Audit audit) {
    this.items = items;
    this.fields = fields;
    this.changes = changes;
    this.audit = audit;
  }

  /**
   * Corrects an item.
   *
   * @param seen the revision that the person saw; null: whichever it has
   * @return what was changed, or empty when everything is as wanted already
   * @throws FieldInvalid when a value is none of its field's kind
   * @throws io.huodang.catalog.ChangedMeanwhile when the item has another revision
   * @throws Refusal {@code no-such-item}, {@code not-allowed}, {@code no-such-field}, {@code
   *     file-number-fixed}, {@code file-number-taken}, {@code no-such-category}
   */
  public Optional<Change> correct(
      Viewer viewer, UUID itemId, @Nullable Long seen, ItemCorrection correction) {
    Item item = items.find(viewer, itemId);
    boolean described =
        correction.fields().stream()
            .allMatch(said -> Description.NAMES.contains(said.key().field()));
    return make(viewer, item, seen, described ? "describe-item" : "edit-field", correction);
  }

  /**
   * Says what stands in one field, as whoever keys many of them does. When the item has another
   * revision, but nobody touched this field, it goes on by itself.
   *
   * @param seen the revision that the person saw
   * @return what was changed, or empty when it was said so already
   * @throws FieldInvalid when the value is none of its field's kind
   * @throws ChangedMeanwhile when someone else said something of this very field
   * @throws Refusal {@code no-such-item}, {@code not-allowed}, {@code no-such-field}
   */
  public Optional<Change> key(Viewer viewer, UUID itemId, @Nullable Long seen, Said said) {
    ItemCorrection correction = new ItemCorrection(List.of(said), null, null, null);
    Item item = items.find(viewer, itemId, Action.KEY);
    try {
      return make(viewer, item, seen, KEY_FIELD, correction);
    } catch (ChangedMeanwhile changed) {
      if (changed.concerns(said.key())) {
        throw changed;
      }
      return make(viewer, item, changed.revision(), KEY_FIELD, correction);
    }
  }

  private Optional<Change> make(
      Viewer viewer, Item item, @Nullable Long seen, String kind, ItemCorrection correction) {
    UUID itemId = item.id();
    ItemFields known = fields.of(item);
    List<Edit> edits = new ArrayList<>();
    for (Said said : correction.fields()) {
      edits.add(edit(item, known, said));
    }
    if (correction.fileNumber() != null) {
      edits.add(Edit.of(Aspect.FILE_NUMBER, itemId, "", fileNumber(correction.fileNumber())));
    }
    if (correction.category() != null) {
      edits.add(Edit.of(Aspect.CATEGORY, itemId, "", category(correction.category())));
    }
    return changes.make(
        new NewChange(
            kind,
            viewer.actor(),
            viewer.userId(),
            correction.why(),
            edits,
            seen == null ? Map.of() : Map.of(itemId, seen)));
  }

  /**
   * A field with its full value, to be put right; that a citizen ID was shown for it is on record.
   *
   * @throws Refusal {@code no-such-item}, {@code not-allowed}, {@code no-such-field}
   */
  public KeyField open(Viewer viewer, UUID itemId, FieldKey key) {
    Item item = items.find(viewer, itemId);
    KeyField field =
        fields.of(item).find(key).orElseGet(() -> KeyField.unread(key, fields.formOf(item, key)));
    if (field.isCitizenId() && !field.value().isEmpty()) {
      audit.recordForGood(
          AuditEntry.of(viewer.actor(), "reveal-id").about("item", itemId).because(CORRECTING));
    }
    return field;
  }

  private Edit edit(Item item, ItemFields known, Said said) {
    UUID page = said.key().pageId();
    if (page != null && !item.pages().contains(page)) {
      throw new Refusal("no-such-field", "The row's page does not stand in the item.");
    }
    Optional<KeyField> field = known.find(said.key());
    UUID reading = field.map(KeyField::readingId).orElse(null);
    String read = field.map(KeyField::read).filter(text -> !text.isEmpty()).orElse(null);
    FieldValue value =
        said.legible()
            ? new FieldValue(valueOf(item, said), true, reading, read)
            : new FieldValue("", false, reading, read);
    return Edit.of(Aspect.FIELD, item.id(), said.key().toString(), value.written());
  }

  private String valueOf(Item item, Said said) {
    String typed = said.typed().strip();
    if (typed.isEmpty()) {
      return "";
    }
    if (said.key().field().equals(Description.DOCUMENT_TYPE)) {
      if (fields.kinds().stream().noneMatch(kind -> kind.code().equals(typed))) {
        throw new FieldInvalid(said.key(), "document-type-unknown");
      }
      return typed;
    }
    return switch (fields.formOf(item, said.key()).check(typed)) {
      case Typed.Sound sound -> sound.value();
      case Typed.Unsound unsound -> {
        FieldInvalid invalid = new FieldInvalid(said.key(), unsound.problem());
        if (said.asPrinted() && invalid.mayBeAsPrinted()) {
          yield unsound.value();
        }
        throw invalid;
      }
    };
  }

  private static String fileNumber(String typed) {
    String number = typed.strip();
    if (number.isEmpty() || number.length() > LONGEST_NUMBER) {
      throw new Refusal("bad-file-number", "A file number has 1 to 100 characters.");
    }
    return number;
  }

  private static @Nullable String category(String typed) {
    if (typed.isBlank()) {
      return null;
    }
    try {
      return UUID.fromString(typed.strip()).toString();
    } catch (IllegalArgumentException e) {
      throw new Refusal("no-such-category", "A category is named by its id.", e);
    }
  }
}
