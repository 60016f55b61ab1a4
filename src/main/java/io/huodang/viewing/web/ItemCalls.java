package io.huodang.viewing.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.catalog.Item;
import io.huodang.viewing.FileLooks;
import io.huodang.viewing.ItemDocument;
import io.huodang.viewing.Looks;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/items}. */
@RestController
class ItemCalls {
  private final Looks looks;
  private final FileLooks files;

  ItemCalls(Looks looks, FileLooks files) {
    this.looks = looks;
    this.files = files;
  }

  /** With its revision as the entity tag, for {@code If-Match}. */
  @Needs(Action.VIEW_ITEM)
  @GetMapping(path = "/api/v1/items/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ItemDocument> item(@PathVariable UUID id, Viewer viewer) {
    Item item = looks.atItem(viewer, id);
    return ResponseEntity.ok()
        .eTag("\"" + item.revision() + "\"")
        .body(ItemDocument.of(item, looks.namesOf(List.of(item)), files.ofItem(item)));
  }
}
