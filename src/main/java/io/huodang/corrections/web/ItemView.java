package io.huodang.corrections.web;

import io.huodang.catalog.Change;
import io.huodang.catalog.Item;
import io.huodang.catalog.ItemVersions;
import io.huodang.catalog.Link;
import io.huodang.catalog.ListRow;
import io.huodang.catalog.Page;
import io.huodang.catalog.PageVersion;
import io.huodang.catalog.Pages;
import io.huodang.catalog.Person;
import io.huodang.catalog.Persons;
import io.huodang.catalog.Shelving;
import io.huodang.corrections.FieldWords;
import io.huodang.corrections.Fields;
import io.huodang.corrections.ItemFields;
import io.huodang.viewing.FileLooks;
import io.huodang.viewing.ItemDocument;
import io.huodang.viewing.Looks;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the item's screen shows. */
@Component
class ItemView {
  private final Looks looks;
  private final FileLooks files;
  private final Fields fields;
  private final Persons persons;
  private final Pages pages;
  private final ItemVersions versions;
  private final FieldWords words;
  private final EvidenceWords evidence;
  private final Histories histories;
  private final Shelving shelving;

  ItemView(
      Looks looks,
      FileLooks files,
      Fields fields,
      Persons persons,
      Pages pages,
      ItemVersions versions,
      FieldWords words,
      EvidenceWords evidence,
      Histories histories,
      Shelving shelving) {
    this.looks = looks;
    this.files = files;
    this.fields = fields;
    this.persons = persons;
    this.pages = pages;
    this.versions = versions;
    this.words = words;
    this.evidence = evidence;
    this.histories = histories;
    this.shelving = shelving;
  }

  /**
   * A page in the strip.
   *
   * @param version of what was read of it: its pictures change with it
   */
  record Leaf(UUID page, int version, boolean blank) {}

  /** A kind of form that an item may be, and a field that it may carry. */
  record Choice(String code, String name) {}

  record Addable(String key, String label) {}

  /** What follows a change: every part of the screen anew, with the way to take it back. */
  String after(Model model, Item item, @Nullable Change change, Locale locale) {
    fill(model, item, locale);
    model.addAttribute("again", true);
    model.addAttribute("done", change);
    return "parts/item-after :: after";
  }

  void fill(Model model, Item item, Locale locale) {
    ItemFields found = fields.of(item);
    model.addAttribute(
        "item", ItemDocument.of(item, looks.namesOf(List.of(item)), files.ofItem(item)));
    model.addAttribute("leaves", leaves(item));
    model.addAttribute("kind", item.documentType() == null ? null : words.of(found.kind(), locale));
    model.addAttribute(
        "fields",
        found.ofForm().stream()
            .map(field -> FieldRow.of(field, words.of(field.form(), locale)))
            .toList());
    Set<ListRow> rows =
        found.rows().stream()
            .map(row -> new ListRow(row.pageId(), row.number()))
            .collect(Collectors.toSet());
    model.addAttribute("rows", rows.size());
    Map<Boolean, List<Link>> byRow =
        item.links().stream()
            .collect(
                Collectors.partitioningBy(
                    link -> ListRow.of(link).filter(rows::contains).isPresent()));
    model.addAttribute("inRows", people(byRow.getOrDefault(true, List.of())));
    List<LinkRow> links = links(byRow.getOrDefault(false, List.of()), locale);
    model.addAttribute("links", links.stream().filter(link -> !isRejected(link)).toList());
    model.addAttribute("rejected", links.stream().filter(ItemView::isRejected).toList());
    model.addAttribute(
        "kinds",
        fields.kinds().stream().map(one -> new Choice(one.code(), words.of(one, locale))).toList());
    model.addAttribute(
        "addable",
        found.addable().stream()
            .map(field -> new Addable(field.name(), words.of(field, locale)))
            .toList());
    model.addAttribute("history", histories.of(item, locale));
    model.addAttribute("versions", versions.ofItem(item.id()));
    model.addAttribute("movements", shelving.movementsOf(item.id()));
  }

  private List<Leaf> leaves(Item item) {
    Map<UUID, Page> known =
        pages.findAll(item.pages()).stream().collect(Collectors.toMap(Page::id, page -> page));
    return item.pages().stream().map(known::get).map(ItemView::leaf).toList();
  }

  private static Leaf leaf(Page page) {
    PageVersion current = page.current();
    return new Leaf(
        page.id(), current == null ? 0 : current.version(), current != null && current.blank());
  }

  /** Those who stand in a row that is listed are shown there, and only counted here. */
  private static long people(List<Link> inRows) {
    return inRows.stream()
        .filter(link -> link.state() != Link.State.REJECTED)
        .map(Link::personId)
        .distinct()
        .count();
  }

  private List<LinkRow> links(List<Link> apart, Locale locale) {
    Map<UUID, Person> known =
        persons.findAll(apart.stream().map(Link::personId).distinct().toList()).stream()
            .collect(Collectors.toMap(Person::id, Function.identity()));
    return apart.stream()
        .map(
            link ->
                LinkRow.of(link, known.get(link.personId()), evidence.of(link.evidence(), locale)))
        .toList();
  }

  private static boolean isRejected(LinkRow link) {
    return link.state().equals("rejected");
  }
}
