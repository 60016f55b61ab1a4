package io.huodang.roster.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.roster.RosterChange;
import io.huodang.roster.RosterDifference;
import io.huodang.roster.RosterDifference.Kind;
import io.huodang.roster.RosterImport;
import io.huodang.roster.RosterImports;
import io.huodang.vocabulary.Refusal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Importing rosters by hand, and what each import found. */
@Controller
@Needs(Action.IMPORT_ROSTER)
class RosterScreens {
  private static final int IMPORTS = 50;
  private static final int CHANGES = 100;
  private static final int REMARKS = 200;

  private final RosterImports imports;
  private final Audit audit;

  RosterScreens(RosterImports imports, Audit audit) {
    this.imports = imports;
    this.audit = audit;
  }

  /**
   * @param before only imports that are older than this one
   */
  @GetMapping("/roster")
  String imports(@RequestParam(required = false) @Nullable UUID before, Model model) {
    List<RosterImport> found = imports.newest(before, IMPORTS + 1);
    List<RosterImport> shown = found.subList(0, Math.min(IMPORTS, found.size()));
    model.addAttribute("imports", shown);
    model.addAttribute("older", found.size() > IMPORTS ? shown.getLast().id() : null);
    return "roster";
  }

  /**
   * @param after only changes that were made after this one
   */
  @GetMapping("/roster/{id}")
  String find(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID after,
      Viewer viewer,
      Model model) {
    RosterImport roster = known(id);
    List<RosterChange> found = imports.changes(id, after, CHANGES + 1);
    List<RosterChange> shown = found.stream().limit(CHANGES).map(RosterChange::masked).toList();
    if (!shown.isEmpty()) {
      audit.recordForGood(
          AuditEntry.of(viewer.actor(), "view-roster-changes").about("roster-import", id));
    }
    model.addAttribute("import", ImportDocument.of(roster, imports.notYetFindable()));
    model.addAttribute("figures", figures(roster));
    model.addAttribute("underWay", roster.state().isUnderWay());
    model.addAttribute("changes", shown);
    model.addAttribute("more", found.size() > CHANGES ? shown.getLast().id() : null);
    model.addAttribute("remarks", imports.remarks(id, REMARKS));
    model.addAttribute(
        "kinds",
        Arrays.stream(Kind.values())
            .filter(kind -> !imports.differences(id, kind, null, 1).isEmpty())
            .map(Kind::word)
            .toList());
    return "roster-import";
  }

  /**
   * Who is new, gone or there again.
   *
   * @param after only those behind this one
   */
  @GetMapping("/roster/{id}/{kind}")
  String differences(
      @PathVariable UUID id,
      @PathVariable String kind,
      @RequestParam(required = false) @Nullable UUID after,
      Viewer viewer,
      Model model) {
    Kind wanted = Kind.of(kind);
    RosterImport roster = known(id);
    List<RosterDifference> found = imports.differences(id, wanted, after, CHANGES + 1);
    List<RosterDifference> shown =
        found.stream().limit(CHANGES).map(RosterDifference::masked).toList();
    audit.recordForGood(
        AuditEntry.of(viewer.actor(), "view-roster-changes")
            .about("roster-import", id)
            .with("kind", wanted.word()));
    model.addAttribute("import", ImportDocument.of(roster, 0));
    model.addAttribute("kind", wanted.word());
    model.addAttribute("people", figures(roster).get(wanted.word()));
    model.addAttribute("differences", shown);
    model.addAttribute("more", found.size() > CHANGES ? shown.getLast().id() : null);
    return "roster-differences";
  }

  private static Map<String, Integer> figures(RosterImport roster) {
    Map<String, Integer> figures = new LinkedHashMap<>();
    figures.put("lines", roster.lines());
    figures.put("persons", roster.persons());
    figures.put("added", roster.added());
    figures.put("changed", roster.changed());
    figures.put("returned", roster.returned());
    figures.put("missing", roster.missing());
    figures.put("unchanged", roster.unchanged());
    figures.put("refused", roster.refused());
    return figures;
  }

  private RosterImport known(UUID id) {
    return imports
        .find(id)
        .orElseThrow(() -> new Refusal("no-such-import", "There is no such import of a roster."));
  }
}
