package io.huodang.viewing;

import io.huodang.catalog.Item;
import io.huodang.catalog.Person;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A person's file (参保人业务档案), as far as one viewer may see it.
 *
 * @param items of the person as subject or list row, newest document first
 */
public record PersonFile(Person person, List<Item> items) {

  public PersonFile {
    items = List.copyOf(items);
  }

  /** Pages of all the items. */
  public int pageCount() {
    return items.stream().mapToInt(item -> item.pages().size()).sum();
  }

  /** The first page of the newest item that has one. */
  public Optional<UUID> firstPageId() {
    return items.stream().flatMap(item -> item.pages().stream()).findFirst();
  }
}
