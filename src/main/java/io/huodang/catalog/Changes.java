package io.huodang.catalog;

import io.huodang.audit.Actor;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.vocabulary.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What persons change in the registry: each change is a list of edits that stand together, with who
 * and why, and can be taken back as long as nothing newer stands in its way.
 *
 * <p>A change locks its items first, in the order of their ids, and compares their revisions; then
 * it sets, records, and tells who must know, all in one transaction.
 */
@Service
public class Changes {
  private static final String UNDO = "undo";
  private static final int AUDITED_EDITS = 12;
  private static final int TOLD_CHANGES = 20;
  private static final int LONGEST_WHY = 500;

  private final ChangeRows rows;
  private final Map<Aspect, Editor> editors = new EnumMap<>(Aspect.class);
  private final ApplicationEventPublisher events;
  private final Audit audit;

  Changes(ChangeRows rows, List<Editor> editors, ApplicationEventPublisher events, Audit audit) {
    this.rows = rows;
    this.events = events;
    this.audit = audit;
    editors.forEach(editor -> this.editors.put(editor.aspect(), editor));
  }

  /**
   * Makes a change.
   *
   * @return the change, or empty when everything is as wanted already
   * @throws ChangedMeanwhile when an item has another revision than the person saw
   */
  @Transactional
  public Optional<Change> make(NewChange wanted) {
    return make(wanted, null);
  }

  /**
   * Takes a change back, by a new one that sets everything as it was before.
   *
   * @throws Refusal {@code no-such-change}, {@code undone-already}, {@code changed-since} when
   *     something newer stands in its way
   */
  @Transactional
  public Change undo(UUID changeId, Actor by, UUID user, @Nullable String why) {
    return undo(changeId, by, user, why, List.of());
  }

  /**
   * The same, with what has to be set beside it.
   *
   * @param beside what came of the change since, and goes with it
   */
  @Transactional
  public Change undo(UUID changeId, Actor by, UUID user, @Nullable String why, List<Edit> beside) {
    Change change = find(changeId);
    if (change.undoneBy() != null) {
      throw new Refusal("undone-already", "The change was taken back already.");
    }
    List<Edit> back =
        Stream.concat(change.edits().reversed().stream().map(Edit::reversed), beside.stream())
            .toList();
    return make(new NewChange(UNDO, by, user, why, back, Map.of()), changeId).orElseThrow();
  }

  /**
   * A change.
   *
   * @throws Refusal {@code no-such-change}
   */
  public Change find(UUID changeId) {
    return rows.find(changeId)
        .orElseThrow(
            () -> new Refusal("no-such-change", "There is no such change; look at the history."));
  }

  /** What persons changed of an item or a person, newest first. */
  public List<Change> of(UUID subject, int limit) {
    return rows.of(subject, 0, limit);
  }

  /** The change as it may be told. */
  public ToldChange tell(Change change) {
    return new ToldChange(
        change.id(),
        change.kind(),
        change.by(),
        change.at(),
        change.why(),
        change.undoes(),
        change.undoneBy(),
        change.edits().stream().map(this::tell).toList());
  }

  private ToldChange.ToldEdit tell(Edit edit) {
    return new ToldChange.ToldEdit(
        edit.aspect().word(),
        edit.subject(),
        edit.key(),
        shown(edit, edit.before(), edit.after()),
        shown(edit, edit.after(), edit.before()));
  }

  private @Nullable String shown(Edit edit, @Nullable String value, @Nullable String other) {
    Editor editor = editor(edit.aspect());
    if (value != null) {
      return editor.shown(edit.key(), value);
    }
    return other == null ? null : editor.unset(edit.key(), other);
  }

  /** The items that a change concerned. */
  public List<UUID> itemsOf(UUID changeId) {
    return rows.subjectsOf(changeId, "item");
  }

  /** The persons whom a change concerned. */
  public List<UUID> personsOf(UUID changeId) {
    return rows.subjectsOf(changeId, "person");
  }

  private Optional<Change> make(NewChange wanted, @Nullable UUID undoes) {
    if (wanted.why() != null && wanted.why().length() > LONGEST_WHY) {
      throw new Refusal("bad-request", "A reason has at most 500 characters.");
    }
    Set<UUID> items = effectsOf(wanted.edits()).items();
    lock(wanted, items);
    prepare(wanted.edits(), items);
    Editor.Author author =
        new Editor.Author(wanted.user(), wanted.why() == null ? wanted.kind() : wanted.why());
    List<Edit> done = new ArrayList<>();
    Effects effects = Effects.NONE;
    for (Edit edit : wanted.edits()) {
      Editor editor = editor(edit.aspect());
      String now = editor.now(edit.subject(), edit.key());
      if (undoes != null && !Objects.equals(now, edit.before())) {
        throw new Refusal(
            "changed-since",
            "Something newer stands in the way of taking this back; take the newer change back"
                + " first.");
      }
      if (!Objects.equals(now, edit.after())) {
        effects = effects.and(editor.effects(edit.subject(), edit.key()));
        editor.set(edit.subject(), edit.key(), edit.after(), author);
        effects = effects.and(editor.effects(edit.subject(), edit.key()));
        done.add(edit.from(now));
      }
    }
    if (done.isEmpty()) {
      return Optional.empty();
    }
    UUID id = rows.insert(wanted, undoes, done);
    rows.touch(id, effects);
    tell(effects);
    record(wanted, id, undoes, done, effects);
    return rows.find(id);
  }

  /** Whoever comes second waits here, and then sees another revision. */
  private void lock(NewChange wanted, Set<UUID> items) {
    SortedSet<UUID> inOrder = new TreeSet<>(Comparator.comparing(UUID::toString));
    inOrder.addAll(items);
    inOrder.addAll(wanted.seen().keySet());
    inOrder.forEach(item -> requireSeen(item, wanted.seen().get(item)));
  }

  /**
   * Locks an item to the end of the transaction, and compares its revision.
   *
   * @param seen the revision that the person saw; null: whichever it has
   * @throws ChangedMeanwhile when it has another revision
   */
  @Transactional
  public void requireSeen(UUID item, @Nullable Long seen) {
    Optional<Long> revision = rows.lockItem(item);
    if (revision.isPresent() && seen != null && !seen.equals(revision.get())) {
      throw new ChangedMeanwhile(
          item,
          revision.get(),
          rows.of(item, seen, TOLD_CHANGES).stream().map(this::tell).toList());
    }
  }

  private void prepare(List<Edit> edits, Set<UUID> locked) {
    edits.stream().map(Edit::aspect).distinct().forEach(aspect -> editor(aspect).prepare());
    if (!locked.containsAll(effectsOf(edits).items())) {
      throw new Refusal(
          "changed-since", "An item came to it at this moment; look again, and do it once more.");
    }
  }

  private Effects effectsOf(List<Edit> edits) {
    return Effects.all(
        edits.stream()
            .map(edit -> editor(edit.aspect()).effects(edit.subject(), edit.key()))
            .toList());
  }

  private void tell(Effects effects) {
    // In one order, persons before items, as the lines lock what they do of them.
    inOrder(effects.persons()).forEach(person -> events.publishEvent(new PersonChanged(person)));
    inOrder(effects.items()).forEach(item -> events.publishEvent(new ItemChanged(item)));
    inOrder(effects.undecided()).forEach(item -> events.publishEvent(new ItemUndecided(item)));
    Map<UUID, Set<ListRow>> rows = effects.rowsByItem();
    inOrder(rows.keySet())
        .forEach(
            item ->
                events.publishEvent(new RowsUndecided(item, rows.getOrDefault(item, Set.of()))));
    effects.unread().forEach(page -> events.publishEvent(new PageUnread(page)));
  }

  private static SortedSet<UUID> inOrder(Set<UUID> ids) {
    SortedSet<UUID> inOrder = new TreeSet<>(Comparator.comparing(UUID::toString));
    inOrder.addAll(ids);
    return inOrder;
  }

  private void record(
      NewChange wanted, UUID id, @Nullable UUID undoes, List<Edit> done, Effects effects) {
    AuditEntry entry =
        AuditEntry.of(wanted.by(), wanted.kind()).because(wanted.why()).with("change", id);
    if (undoes != null) {
      entry = entry.with("undoes", undoes);
    }
    for (int i = 0; i < Math.min(done.size(), AUDITED_EDITS); i++) {
      Edit edit = done.get(i);
      String what = edit.aspect().word() + (edit.key().isEmpty() ? "" : " " + edit.key());
      entry = entry.with(what, audited(edit, edit.before()) + " → " + audited(edit, edit.after()));
    }
    for (UUID item : effects.items()) {
      audit.record(entry.about("item", item));
    }
    boolean ofPersons = done.stream().anyMatch(edit -> edit.aspect() == Aspect.MERGED_INTO);
    if (effects.items().isEmpty() || ofPersons) {
      effects.persons().forEach(person -> audit.record(entryAbout(wanted, id, undoes, person)));
    }
  }

  private static AuditEntry entryAbout(
      NewChange wanted, UUID id, @Nullable UUID undoes, UUID person) {
    AuditEntry entry =
        AuditEntry.of(wanted.by(), wanted.kind())
            .because(wanted.why())
            .with("change", id)
            .about("person", person);
    return undoes == null ? entry : entry.with("undoes", undoes);
  }

  private String audited(Edit edit, @Nullable String value) {
    return value == null ? "–" : editor(edit.aspect()).audited(edit.key(), value);
  }

  private Editor editor(Aspect aspect) {
    return Objects.requireNonNull(editors.get(aspect), aspect::word);
  }
}
