package io.huodang.viewing;

import io.huodang.access.Viewer;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.catalog.Item;
import io.huodang.vocabulary.Refusal;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Whatever leaves the house on paper: each page permitted as for a look, then the record with its
 * purpose, then the pages. Thread-safe.
 */
@Service
public class Prints {
  private final Looks looks;
  private final Audit audit;

  Prints(Looks looks, Audit audit) {
    this.looks = looks;
    this.audit = audit;
  }

  /**
   * One page.
   *
   * @throws Refusal {@code no-such-page}, {@code purpose-needed}
   */
  public Print ofPage(Viewer viewer, UUID id, @Nullable String purpose) {
    SeenPage page = looks.permitted(viewer, id);
    List<Print.Part> parts = List.of(new Print.Part(null, List.of(page)));
    return recorded(
        AuditEntry.of(viewer.actor(), "print-page").about("page", id), viewer, parts, purpose);
  }

  /**
   * The pages of an item.
   *
   * @throws Refusal {@code no-such-item}, {@code purpose-needed}
   */
  public Print ofItem(Viewer viewer, UUID id, @Nullable String purpose) {
    List<Print.Part> parts = parts(viewer, List.of(looks.permittedItem(viewer, id)));
    return recorded(
        AuditEntry.of(viewer.actor(), "print-item").about("item", id), viewer, parts, purpose);
  }

  /**
   * The pages of a person's file, as far as the viewer may see them.
   *
   * @throws Refusal {@code no-such-person}, {@code purpose-needed}
   */
  public Print ofPerson(Viewer viewer, UUID id, @Nullable String purpose) {
    PersonFile file = looks.permittedFile(viewer, id);
    List<Print.Part> parts = parts(viewer, file.items());
    return recorded(
        AuditEntry.of(viewer.actor(), "print-person").about("person", file.person().id()),
        viewer,
        parts,
        purpose);
  }

  private List<Print.Part> parts(Viewer viewer, List<Item> items) {
    return items.stream()
        .map(
            item ->
                Print.Part.of(
                    item, item.pages().stream().map(id -> looks.permitted(viewer, id)).toList()))
        .toList();
  }

  private Print recorded(
      AuditEntry entry, Viewer viewer, List<Print.Part> parts, @Nullable String purpose) {
    String why = purpose == null ? null : Looks.purpose(purpose);
    String who =
        viewer.displayName().equals(viewer.name())
            ? viewer.name()
            : viewer.displayName() + " (" + viewer.name() + ")";
    Print print = new Print(parts, who, ZonedDateTime.now(), why);
    audit.recordForGood(entry.because(why).with("pages", print.pageCount()));
    return print;
  }
}
