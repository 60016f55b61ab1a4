package io.huodang.corrections.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.catalog.Change;
import io.huodang.catalog.Person;
import io.huodang.corrections.Merging;
import io.huodang.corrections.ReasonNeeded;
import io.huodang.corrections.Undoing;
import io.huodang.viewing.Looks;
import io.huodang.vocabulary.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Two persons side by side, made one, or again two. */
@Controller
class MergeScreens {
  private static final String MERGE = "merge-persons";
  private static final int MOST = 50;

  private final Looks looks;
  private final Merging merging;
  private final Undoing undoing;

  MergeScreens(Looks looks, Merging merging, Undoing undoing) {
    this.looks = looks;
    this.merging = merging;
    this.undoing = undoing;
  }

  /** A merge that stands. */
  record Made(UUID change, String by, Instant at, @Nullable String why) {}

  /** Someone of whom it was said that they are another person. */
  record Told(PersonSide person, Made said) {}

  /** On a person's file: who may be the same person, and what was merged into this one. */
  @Needs(Action.VIEW_PERSON)
  @GetMapping("/people/{id}/same")
  String same(@PathVariable UUID id, Viewer viewer, Model model) {
    Person person = looks.atPerson(viewer, id).person();
    return same(person, viewer, model);
  }

  private String same(Person person, Viewer viewer, Model model) {
    model.addAttribute("id", person.id());
    model.addAttribute(
        "candidates",
        merging.candidates(viewer, person).stream()
            .map(one -> new MergeCalls.Candidate(PersonSide.of(one.person()), one.why()))
            .toList());
    model.addAttribute("merges", merges(viewer, person));
    model.addAttribute(
        "apart",
        merging.apart(viewer, person).stream()
            .map(one -> new Told(PersonSide.of(one.person()), made(one.change())))
            .toList());
    return "parts/same-person :: same";
  }

  /**
   * Two persons side by side.
   *
   * @param with the other, null as long as nobody was chosen
   */
  @Needs(Action.CORRECT)
  @GetMapping("/people/{id}/merge")
  String compare(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID with,
      Viewer viewer,
      Model model) {
    Person person = looks.atPerson(viewer, id).person();
    if (with == null) {
      model.addAttribute("kept", PersonSide.of(person));
      same(person, viewer, model);
    } else {
      looks.atPerson(viewer, with);
      pair(merging.compare(viewer, id, with), model);
    }
    return "merge";
  }

  @Needs(Action.CORRECT)
  @PostMapping("/people/{id}/merge")
  String merge(
      @PathVariable UUID id,
      @RequestParam UUID other,
      @RequestParam long revision,
      @RequestParam long otherRevision,
      @RequestParam(defaultValue = "") String reason,
      Viewer viewer,
      Model model,
      HttpServletResponse response) {
    try {
      merging.merge(viewer, id, revision, other, otherRevision, ItemActions.blankAsNull(reason));
      return "redirect:/people/" + id;
    } catch (ReasonNeeded needed) {
      response.setStatus(422);
      model.addAttribute("problem", needed.code());
    } catch (Refusal refusal) {
      if (!refusal.code().equals("changed-meanwhile")) {
        throw refusal;
      }
      response.setStatus(412);
      model.addAttribute("problem", refusal.code());
    }
    model.addAttribute("reason", reason);
    pair(merging.compare(viewer, id, other), model);
    return "merge";
  }

  /** Says that someone who looks alike is another person; who looked alike is offered no more. */
  @Needs(Action.CORRECT)
  @PostMapping("/people/{id}/apart")
  String apart(
      @PathVariable UUID id,
      @RequestParam UUID other,
      @RequestParam(defaultValue = "") String reason,
      Viewer viewer,
      Model model,
      HttpServletResponse response) {
    Person person = looks.atPerson(viewer, id).person();
    try {
      merging.sayApart(viewer, id, other, reason);
    } catch (Refusal refusal) {
      response.setStatus(409);
      model.addAttribute("refused", refusal.code());
    }
    model.addAttribute("open", true);
    return same(person, viewer, model);
  }

  /** Takes that back. */
  @Needs(Action.CORRECT)
  @PostMapping("/people/{id}/apart/undo")
  String notApart(
      @PathVariable UUID id,
      @RequestParam UUID change,
      Viewer viewer,
      Model model,
      HttpServletResponse response) {
    Person person = looks.atPerson(viewer, id).person();
    try {
      undoing.undo(viewer, change, null);
    } catch (Refusal refusal) {
      response.setStatus(409);
      model.addAttribute("refused", refusal.code());
    }
    model.addAttribute("open", true);
    return same(person, viewer, model);
  }

  /** Makes two again of what was made one. */
  @Needs(Action.CORRECT)
  @PostMapping("/people/{id}/unmerge")
  String unmerge(
      @PathVariable UUID id,
      @RequestParam UUID change,
      Viewer viewer,
      Model model,
      HttpServletResponse response) {
    Person person = looks.atPerson(viewer, id).person();
    try {
      undoing.undo(viewer, change, null);
      response.setHeader("HX-Refresh", "true");
    } catch (Refusal refusal) {
      response.setStatus(409);
      model.addAttribute("refused", refusal.code());
    }
    return same(person, viewer, model);
  }

  private static void pair(Merging.Pair pair, Model model) {
    model.addAttribute("kept", PersonSide.of(pair.kept()));
    model.addAttribute("other", PersonSide.of(pair.other()));
    model.addAttribute("warnings", pair.warnings());
  }

  private List<Made> merges(Viewer viewer, Person person) {
    return merging.history(viewer, person, MOST).stream()
        .filter(change -> change.kind().equals(MERGE) && change.undoneBy() == null)
        .map(MergeScreens::made)
        .toList();
  }

  private static Made made(Change change) {
    return new Made(change.id(), change.by(), change.at(), change.why());
  }
}
