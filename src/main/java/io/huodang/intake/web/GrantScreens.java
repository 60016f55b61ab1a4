package io.huodang.intake.web;

import io.huodang.access.Action;
import io.huodang.access.Grants;
import io.huodang.access.Needs;
import io.huodang.access.Rights;
import io.huodang.access.Viewer;
import io.huodang.intake.Batch;
import io.huodang.intake.Batches;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The part of an account's screen that says which batches it may see. */
@Controller
@Needs(Action.MANAGE_USERS)
class GrantScreens {
  private static final int OFFERED = 200;

  private final BatchGrants grants;
  private final Batches batches;

  GrantScreens(BatchGrants grants, Batches batches) {
    this.grants = grants;
    this.batches = batches;
  }

  /**
   * A batch that the account may see.
   *
   * @param grant to be withdrawn; null for an own delivery, which is always seen
   */
  public record Row(BatchRow batch, @Nullable UUID grant, @Nullable ZonedDateTime since) {}

  @GetMapping("/users/{id}/grants")
  String grants(@PathVariable UUID id, Model model) {
    List<Row> rows =
        grants.of(id).stream()
            .flatMap(
                grant -> batches.find(grant.batch()).map(batch -> row(id, grant, batch)).stream())
            .toList();
    Set<UUID> seen = rows.stream().map(row -> row.batch().id()).collect(Collectors.toSet());
    model.addAttribute("user", id);
    model.addAttribute("rows", rows);
    model.addAttribute(
        "others",
        batches.newest(new Rights.Everything(), null, OFFERED).stream()
            .filter(batch -> !seen.contains(batch.id()))
            .map(BatchRow::new)
            .toList());
    return "parts/grants :: grants";
  }

  @PostMapping("/users/{id}/grants")
  String give(@PathVariable UUID id, @RequestParam UUID batch, Viewer viewer, Model model) {
    grants.give(viewer, id, batch);
    return grants(id, model);
  }

  @PostMapping("/users/{id}/grants/{grant}/withdraw")
  String withdraw(@PathVariable UUID id, @PathVariable UUID grant, Viewer viewer, Model model) {
    grants.withdraw(viewer, id, grant);
    return grants(id, model);
  }

  private static Row row(UUID user, Grants.Grant grant, Batch batch) {
    return batch.createdBy().equals(user)
        ? new Row(new BatchRow(batch), null, null)
        : new Row(new BatchRow(batch), grant.id(), grant.since().atZone(ZoneId.systemDefault()));
  }
}
