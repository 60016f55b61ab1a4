package io.huodang.oversight.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Users;
import io.huodang.access.Viewer;
import io.huodang.audit.AuditLog;
import io.huodang.audit.AuditRow;
import io.huodang.audit.Proof;
import io.huodang.oversight.Oversight;
import io.huodang.oversight.Question;
import io.huodang.oversight.Subject;
import io.huodang.oversight.Subjects;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit as an auditor reads it: filtered, row by row, proved, taken away. */
@Controller
@Needs(Action.READ_AUDIT)
class AuditScreens {
  private static final int ROWS = 50;

  private final Oversight oversight;
  private final Questions questions;
  private final Subjects subjects;
  private final AuditLog log;
  private final Users users;

  AuditScreens(
      Oversight oversight, Questions questions, Subjects subjects, AuditLog log, Users users) {
    this.oversight = oversight;
    this.questions = questions;
    this.subjects = subjects;
    this.log = log;
    this.users = users;
  }

  /** What an address may say holds ids and countable words only. */
  @GetMapping("/audit")
  String audit(
      @RequestParam(required = false) @Nullable UUID who,
      @RequestParam(required = false) @Nullable String action,
      @RequestParam(required = false) @Nullable UUID subject,
      @RequestParam(required = false) @Nullable String outcome,
      Viewer viewer,
      Model model) {
    AuditForm form = new AuditForm(who, action, subject, null, null, outcome, null, false, null);
    model.addAttribute("form", form);
    model.addAttribute("users", users.all());
    model.addAttribute("actions", log.actions());
    model.addAttribute("about", subject == null ? null : subjects.find(subject).orElse(null));
    rows(form, viewer, model);
    return "audit";
  }

  @PostMapping("/audit/rows")
  String rows(@ModelAttribute AuditForm form, Viewer viewer, Model model) {
    Question question = questions.of(form);
    List<AuditRow> found = oversight.read(viewer, question, form.before(), ROWS + 1);
    List<AuditRow> shown = found.subList(0, Math.min(ROWS, found.size()));
    Map<UUID, Subject> named = subjects.of(shown.stream().map(AuditRow::entry).toList());
    model.addAttribute("rows", shown.stream().map(row -> line(row, named)).toList());
    model.addAttribute("older", found.size() > ROWS ? shown.getLast().seq() : null);
    model.addAttribute("first", form.cursor() == null);
    return "parts/audit-rows :: rows";
  }

  /** What one row holds beside what its line shows. */
  @GetMapping("/audit/{seq}")
  String row(@PathVariable long seq, Model model) {
    AuditRow row = oversight.row(seq);
    model.addAttribute("row", line(row, subjects.of(List.of(row.entry()))));
    model.addAttribute("shown", subjects.found(row.entry().shown()));
    return "parts/audit-rows :: detail";
  }

  @PostMapping("/audit/verify")
  String verify(@RequestParam(defaultValue = "") String earlier, Viewer viewer, Model model) {
    if (!earlier.isBlank()) {
      Optional<Proof> kept = Proof.parse(earlier);
      model.addAttribute(
          "earlier",
          kept.isEmpty() ? "malformed" : oversight.holds(viewer, kept.get()) ? "holds" : "gone");
    }
    AuditLog.Verdict verdict = oversight.verify(viewer);
    switch (verdict) {
      case AuditLog.Verdict.Intact intact -> {
        model.addAttribute("intact", intact);
        Instant since = intact.since();
        model.addAttribute("since", since == null ? null : since.atZone(ZoneId.systemDefault()));
      }
      case AuditLog.Verdict.Broken broken -> model.addAttribute("broken", broken);
    }
    model.addAttribute("proof", log.proof().toString());
    return "parts/audit-proof :: verdict";
  }

  @PostMapping("/audit/export")
  void export(@ModelAttribute AuditForm form, Viewer viewer, HttpServletResponse response)
      throws IOException {
    Question question = questions.of(form);
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    String name = "huodang-audit-%s.csv".formatted(LocalDate.now(ZoneId.systemDefault()));
    response.setHeader(
        "Content-Disposition", ContentDisposition.attachment().filename(name).build().toString());
    Writer out = response.getWriter();
    AuditCsv csv = new AuditCsv(out);
    oversight.export(viewer, question, csv::write);
    out.flush();
  }

  /** People whom someone may mean, to choose one whose rows to read. */
  @PostMapping("/audit/people")
  String people(@RequestParam String query, Viewer viewer, Model model) {
    model.addAttribute("people", oversight.people(viewer, query));
    return "parts/audit-people :: people";
  }

  private static AuditLine line(AuditRow row, Map<UUID, Subject> named) {
    UUID subject = row.entry().subjectId();
    return new AuditLine(row, subject == null ? null : named.get(subject));
  }
}
