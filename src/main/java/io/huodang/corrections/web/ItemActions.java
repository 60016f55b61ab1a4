package io.huodang.corrections.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.catalog.Change;
import io.huodang.catalog.ChangedMeanwhile;
import io.huodang.catalog.FieldKey;
import io.huodang.catalog.Item;
import io.huodang.catalog.Link;
import io.huodang.corrections.Correcting;
import io.huodang.corrections.FieldInvalid;
import io.huodang.corrections.FieldWords;
import io.huodang.corrections.ItemCorrection;
import io.huodang.corrections.KeyField;
import io.huodang.corrections.LinkDecisions;
import io.huodang.corrections.Said;
import io.huodang.corrections.Undoing;
import io.huodang.viewing.Looks;
import io.huodang.vocabulary.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What is put right on the item's screen; each answer brings the screen's panels up to date. */
@Controller
class ItemActions {

  private final Looks looks;
  private final ItemView view;
  private final Correcting correcting;
  private final LinkDecisions decisions;
  private final Undoing undoing;
  private final FieldWords words;

  ItemActions(
      Looks looks,
      ItemView view,
      Correcting correcting,
      LinkDecisions decisions,
      Undoing undoing,
      FieldWords words) {
    this.looks = looks;
    this.view = view;
    this.correcting = correcting;
    this.decisions = decisions;
    this.undoing = undoing;
    this.words = words;
  }

  /** The panels once more: the program may have decided again meanwhile. */
  @Needs(Action.VIEW_ITEM)
  @GetMapping("/items/{id}/panels")
  String panels(@PathVariable UUID id, Viewer viewer, Locale locale, Model model) {
    view.fill(model, looks.atItem(viewer, id), locale);
    model.addAttribute("again", true);
    return "parts/item-after :: quietly";
  }

  /** A field to be put right, with its full value; that it was opened is on record. */
  @Needs(Action.CORRECT)
  @PostMapping("/items/{id}/fields/open")
  String open(
      @PathVariable UUID id, @RequestParam String key, Viewer viewer, Locale locale, Model model) {
    KeyField field = correcting.open(viewer, id, key(key));
    form(model, id, field, field.value(), locale);
    return "parts/field-form :: opened";
  }

  /**
   * Puts a field right.
   *
   * @param verdict {@code value}, {@code empty}, {@code illegible} or {@code printed}: the form
   *     really says so
   */
  @Needs(Action.CORRECT)
  @PostMapping("/items/{id}/fields")
  String correct(
      @PathVariable UUID id,
      @RequestParam String key,
      @RequestParam(defaultValue = "") String value,
      @RequestParam(defaultValue = "value") String verdict,
      @RequestHeader("If-Match") String seen,
      @RequestParam(defaultValue = "") String why,
      Viewer viewer,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    FieldKey field = key(key);
    Said said =
        new Said(
            field,
            verdict.equals("empty") ? "" : value,
            !verdict.equals("illegible"),
            verdict.equals("printed"));
    ItemCorrection correction = new ItemCorrection(List.of(said), null, null, blankAsNull(why));
    try {
      Optional<Change> change = again(viewer, id, IfMatch.revision(seen), field, correction);
      model.addAttribute("answered", key);
      return after(viewer, id, change.orElse(null), locale, model);
    } catch (FieldInvalid invalid) {
      response.setStatus(422);
      model.addAttribute("problem", invalid.problem());
      model.addAttribute("maybePrinted", invalid.mayBeAsPrinted());
    } catch (ChangedMeanwhile changed) {
      response.setStatus(412);
      model.addAttribute("others", changed.changes());
      model.addAttribute("revision", changed.revision());
    }
    form(model, id, correcting.open(viewer, id, field), value, locale);
    return "parts/field-form :: opened";
  }

  /** Goes on by itself when nobody else touched this very field. */
  private Optional<Change> again(
      Viewer viewer, UUID id, @Nullable Long seen, FieldKey field, ItemCorrection correction) {
    try {
      return correcting.correct(viewer, id, seen, correction);
    } catch (ChangedMeanwhile changed) {
      boolean mine =
          changed.changes().stream()
              .flatMap(change -> change.edits().stream())
              .anyMatch(edit -> edit.key().equals(field.toString()));
      if (mine) {
        throw changed;
      }
      return correcting.correct(viewer, id, changed.revision(), correction);
    }
  }

  /** Puts right what the item is called, what kind of form it is, its date and its numbers. */
  @Needs(Action.CORRECT)
  @PostMapping("/items/{id}/description")
  String describe(
      @PathVariable UUID id,
      @RequestParam String title,
      @RequestParam String documentType,
      @RequestParam String date,
      @RequestParam(required = false) @Nullable String fileNumber,
      @RequestHeader("If-Match") String seen,
      @RequestParam(defaultValue = "") String why,
      Viewer viewer,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    Item before = looks.atItem(viewer, id);
    DescriptionForm form = new DescriptionForm(title, documentType, date, fileNumber);
    try {
      Optional<Change> change =
          correcting.correct(
              viewer, id, IfMatch.revision(seen), form.against(before, blankAsNull(why)));
      return after(viewer, id, change.orElse(null), locale, model);
    } catch (FieldInvalid invalid) {
      response.setStatus(422);
      model.addAttribute("problem", invalid.problem());
    } catch (ChangedMeanwhile changed) {
      response.setStatus(412);
      model.addAttribute("others", changed.changes());
      model.addAttribute("revision", changed.revision());
    } catch (Refusal refusal) {
      response.setStatus(409);
      model.addAttribute("problem", refusal.code());
    }
    view.fill(model, before, locale);
    model.addAttribute("typed", form);
    return "parts/item-head :: describing";
  }

  /** This is, or is not, the person (是此人, 不是此人). */
  @Needs(Action.CORRECT)
  @PostMapping("/links/{id}/decision")
  String decide(
      @PathVariable UUID id,
      @RequestParam UUID item,
      @RequestParam String state,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(defaultValue = "") String why,
      @RequestParam(required = false) @Nullable Long revision,
      Viewer viewer,
      Locale locale,
      Model model) {
    Optional<Change> change =
        decisions.decide(
            viewer,
            id,
            revision,
            state.equals("confirmed") ? Link.State.CONFIRMED : Link.State.REJECTED,
            CorrectionCalls.role(blankAsNull(role)).orElse(null),
            blankAsNull(why));
    return after(viewer, item, change.orElse(null), locale, model);
  }

  /** Someone whom the program did not think of. */
  @Needs(Action.CORRECT)
  @PostMapping("/items/{id}/links")
  String link(
      @PathVariable UUID id,
      @RequestParam UUID person,
      @RequestParam(defaultValue = "subject") String role,
      @RequestParam(defaultValue = "") String why,
      Viewer viewer,
      Locale locale,
      Model model) {
    decisions.link(
        viewer,
        id,
        null,
        person,
        CorrectionCalls.role(role).orElse(Link.Role.SUBJECT),
        null,
        null,
        blankAsNull(why));
    return after(viewer, id, undoing.history(id).stream().findFirst().orElse(null), locale, model);
  }

  @Needs(Action.CORRECT)
  @PostMapping("/changes/{id}/undo")
  String undo(
      @PathVariable UUID id,
      @RequestParam UUID item,
      Viewer viewer,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    try {
      Change undone = undoing.undo(viewer, id, null);
      UUID there = undoing.standing(item, undone);
      if (!there.equals(item)) {
        response.setHeader("HX-Redirect", "/items/" + there);
        return "parts/item-after :: gone";
      }
      return after(viewer, item, undone, locale, model);
    } catch (Refusal refusal) {
      response.setStatus(409);
      model.addAttribute("refused", refusal.code());
      return after(viewer, item, null, locale, model);
    }
  }

  private String after(
      Viewer viewer, UUID item, @Nullable Change change, Locale locale, Model model) {
    return view.after(model, looks.atItem(viewer, item), change, locale);
  }

  private void form(Model model, UUID item, KeyField field, String typed, Locale locale) {
    model.addAttribute("itemId", item);
    model.addAttribute("field", FieldRow.of(field, words.of(field.form(), locale)));
    model.addAttribute("typed", typed);
    model.addAttribute("values", valuesOf(field));
  }

  /** The values that may be meant, the surest first. */
  private static List<String> valuesOf(KeyField field) {
    return Stream.concat(
            field.read().isEmpty() ? Stream.empty() : Stream.of(field.read()),
            field.alternatives().stream())
        .distinct()
        .limit(9)
        .toList();
  }

  private static FieldKey key(String written) {
    return FieldKey.parse(written)
        .orElseThrow(() -> new Refusal("no-such-field", "There is no such field."));
  }

  static @Nullable String blankAsNull(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
