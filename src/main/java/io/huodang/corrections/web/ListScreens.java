package io.huodang.corrections.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.catalog.Change;
import io.huodang.catalog.Item;
import io.huodang.catalog.Link;
import io.huodang.catalog.ListRow;
import io.huodang.catalog.Person;
import io.huodang.catalog.Persons;
import io.huodang.corrections.FieldWords;
import io.huodang.corrections.LinkDecisions;
import io.huodang.corrections.ListRows;
import io.huodang.corrections.ListedRow;
import io.huodang.corrections.RowDecisions;
import io.huodang.corrections.Undoing;
import io.huodang.viewing.Looks;
import io.huodang.vocabulary.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The rows of a list on the item's screen, fifty at a time; each answer is a part of the list. */
@Controller
@RequestMapping("/items/{id}/rows")
class ListScreens {
  private static final int ROWS = 50;

  private final Looks looks;
  private final ListRows rows;
  private final Persons persons;
  private final LinkDecisions links;
  private final RowDecisions decisions;
  private final Undoing undoing;
  private final FieldWords words;
  private final EvidenceWords evidence;

  ListScreens(
      Looks looks,
      ListRows rows,
      Persons persons,
      LinkDecisions links,
      RowDecisions decisions,
      Undoing undoing,
      FieldWords words,
      EvidenceWords evidence) {
    this.looks = looks;
    this.rows = rows;
    this.persons = persons;
    this.links = links;
    this.decisions = decisions;
    this.undoing = undoing;
    this.words = words;
    this.evidence = evidence;
  }

  /**
   * A part of the list.
   *
   * @param state only rows of that state; unknown or empty: all
   * @param cursor of the row behind which the part begins
   */
  @Needs(Action.VIEW_PERSON)
  @GetMapping
  String rows(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String cursor,
      Viewer viewer,
      Locale locale,
      Model model) {
    Item item = looks.atItem(viewer, id);
    ListRows.Part part =
        rows.part(item, ListedRow.State.of(state).orElse(null), RowCursor.parse(cursor), ROWS);
    show(model, item, part.rows(), locale);
    model.addAttribute("part", part);
    model.addAttribute("all", part.all());
    model.addAttribute("counts", part.counts());
    model.addAttribute("state", state);
    model.addAttribute("next", part.next() == null ? null : RowCursor.written(part.next()));
    return "parts/list :: part";
  }

  /** One row once more. */
  @Needs(Action.VIEW_PERSON)
  @GetMapping("/{row}")
  String row(
      @PathVariable UUID id, @PathVariable String row, Viewer viewer, Locale locale, Model model) {
    return after(viewer, id, List.of(place(row)), Optional.empty(), locale, model);
  }

  /**
   * This is, or is not, the person (是此人, 不是此人).
   *
   * @param link whom; empty: none of those who are proposed
   */
  @Needs(Action.CORRECT)
  @PostMapping("/{row}/decision")
  String decide(
      @PathVariable UUID id,
      @PathVariable String row,
      @RequestParam String state,
      @RequestParam(required = false) @Nullable UUID link,
      @RequestParam(required = false) @Nullable Long revision,
      @RequestParam(defaultValue = "") String why,
      Viewer viewer,
      Locale locale,
      Model model) {
    ListRow place = place(row);
    boolean confirmed = state.equals("confirmed");
    return made(
        viewer,
        id,
        List.of(place),
        () -> {
          String reason = ItemActions.blankAsNull(why);
          if (link == null && !confirmed) {
            return decisions.rejectAll(viewer, id, place, reason);
          }
          Link.State wanted = confirmed ? Link.State.CONFIRMED : Link.State.REJECTED;
          return link == null
              ? Optional.empty()
              : links.decide(viewer, link, revision, wanted, null, reason);
        },
        locale,
        model);
  }

  /** Someone else whom the row is about. */
  @Needs(Action.CORRECT)
  @PostMapping("/{row}/person")
  String person(
      @PathVariable UUID id,
      @PathVariable String row,
      @RequestParam UUID person,
      @RequestParam(defaultValue = "") String why,
      Viewer viewer,
      Locale locale,
      Model model) {
    ListRow place = place(row);
    return made(
        viewer,
        id,
        List.of(place),
        () -> {
          links.link(
              viewer,
              id,
              null,
              person,
              Link.Role.LIST_ROW,
              place.pageId(),
              place.number(),
              ItemActions.blankAsNull(why));
          return undoing.history(id).stream().findFirst();
        },
        locale,
        model);
  }

  /**
   * Confirms rows that stand clearly out.
   *
   * @param row each of them
   * @param link of the person in each, in the same order
   * @param revision of each link, in the same order
   */
  @Needs(Action.CORRECT)
  @PostMapping("/confirm")
  String confirm(
      @PathVariable UUID id,
      @RequestParam List<String> row,
      @RequestParam List<UUID> link,
      @RequestParam List<Long> revision,
      @RequestParam(defaultValue = "") String why,
      Viewer viewer,
      Locale locale,
      Model model) {
    Map<UUID, Long> seen = new LinkedHashMap<>();
    for (int at = 0; at < Math.min(link.size(), revision.size()); at++) {
      seen.put(link.get(at), revision.get(at));
    }
    return made(
        viewer,
        id,
        row.stream().map(ListScreens::place).toList(),
        () -> decisions.confirmClear(viewer, id, seen, why),
        locale,
        model);
  }

  /**
   * Takes a change back.
   *
   * @param row those that it was about
   */
  @Needs(Action.CORRECT)
  @PostMapping("/undo")
  String undo(
      @PathVariable UUID id,
      @RequestParam UUID change,
      @RequestParam List<String> row,
      Viewer viewer,
      Locale locale,
      Model model) {
    return made(
        viewer,
        id,
        row.stream().map(ListScreens::place).toList(),
        () -> Optional.of(undoing.undo(viewer, change, null)),
        locale,
        model);
  }

  /** What came of it; when it was refused, the rows as they are now say why. */
  private String made(
      Viewer viewer,
      UUID id,
      List<ListRow> places,
      Supplier<Optional<Change>> work,
      Locale locale,
      Model model) {
    try {
      return after(viewer, id, places, OnceMore.make(work), locale, model);
    } catch (Refusal refusal) {
      if (refusal.code().startsWith("no-such-item") || refusal.code().equals("not-allowed")) {
        throw refusal;
      }
      model.addAttribute("refused", refusal.code());
      return after(viewer, id, places, Optional.empty(), locale, model);
    }
  }

  private String after(
      Viewer viewer,
      UUID id,
      List<ListRow> places,
      Optional<Change> change,
      Locale locale,
      Model model) {
    Item item = looks.atItem(viewer, id);
    ListRows.Part whole = rows.part(item, null, null, Integer.MAX_VALUE);
    show(
        model,
        item,
        whole.rows().stream().filter(row -> places.contains(row.place())).toList(),
        locale);
    model.addAttribute("all", whole.all());
    model.addAttribute("counts", whole.counts());
    change.ifPresent(made -> model.addAttribute("done", made));
    return "parts/list :: after";
  }

  private void show(Model model, Item item, List<ListedRow> shown, Locale locale) {
    Map<UUID, Person> known = RowCalls.peopleOf(persons, shown);
    model.addAttribute("item", item.id());
    model.addAttribute("lines", shown.stream().map(row -> line(row, known, locale)).toList());
  }

  private RowLine line(ListedRow row, Map<UUID, Person> known, Locale locale) {
    return RowLine.of(
        row,
        row.fields().stream()
            .map(field -> FieldRow.of(field, words.of(field.form(), locale)))
            .toList(),
        row.shown().stream()
            .map(
                link ->
                    LinkRow.of(
                        link, known.get(link.personId()), evidence.of(link.evidence(), locale)))
            .toList());
  }

  private static ListRow place(String written) {
    ListRow place = RowCursor.parse(written);
    if (place == null) {
      throw new Refusal("bad-request", "A row is named by its page and its number.");
    }
    return place;
  }
}
