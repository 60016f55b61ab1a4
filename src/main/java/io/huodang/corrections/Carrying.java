package io.huodang.corrections;

import io.huodang.catalog.Aspect;
import io.huodang.catalog.Confirmation;
import io.huodang.catalog.Confirmations;
import io.huodang.catalog.Edit;
import io.huodang.catalog.FieldKey;
import io.huodang.catalog.FieldValue;
import io.huodang.catalog.Item;
import io.huodang.catalog.Link;
import io.huodang.catalog.LinkValue;
import io.huodang.catalog.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Takes along what persons said of pages that go to another item. See
 * docs/decisions/052-arrangement.md: what was said of a page goes with it, what was said of the
 * form as a whole stays; and nothing takes the place of what was said where it arrives.
 */
@Component
class Carrying {
  private static final Set<String> OF_THE_ITEM = Set.of("title", "documentType", "documentDate");

  private final Confirmations confirmations;
  private final Links links;

  Carrying(Confirmations confirmations, Links links) {
    this.confirmations = confirmations;
    this.links = links;
  }

  /**
   * What goes along, as edits.
   *
   * @param pages that go from one item to the other
   * @param whole whether the other item takes over the form as a whole, because nothing is left
   */
  List<Edit> along(Item from, Item to, Set<UUID> pages, boolean whole, UUID user) {
    return Stream.concat(
            fields(from, to, pages, whole).stream(),
            decisions(from, to, pages, whole, user).stream())
        .toList();
  }

  private List<Edit> fields(Item from, Item to, Set<UUID> pages, boolean whole) {
    Set<FieldKey> said =
        confirmations.ofItem(to.id()).stream().map(Confirmation::key).collect(Collectors.toSet());
    List<Edit> edits = new ArrayList<>();
    for (Confirmation one : confirmations.ofItem(from.id())) {
      boolean ofForm = one.key().pageId() == null; // what is said of rows hangs on their page
      boolean goes = ofForm && (whole || one.pageId() != null && pages.contains(one.pageId()));
      if (goes && !OF_THE_ITEM.contains(one.key().field()) && !said.contains(one.key())) {
        String key = one.key().toString();
        if (!whole) {
          edits.add(Edit.of(Aspect.FIELD, from.id(), key, null));
        }
        FieldValue value = new FieldValue(one.value(), one.legible(), one.readingId(), one.read());
        edits.add(Edit.of(Aspect.FIELD, to.id(), key, value.written()));
      }
    }
    return edits;
  }

  /** Who was said to be meant, or not, in a row of such a page; of the whole form when it goes. */
  private List<Edit> decisions(Item from, Item to, Set<UUID> pages, boolean whole, UUID user) {
    List<Edit> edits = new ArrayList<>();
    for (Link link : from.links()) {
      UUID page = link.pageId();
      Link.Decision decision = link.decision();
      boolean goes = page == null ? whole : pages.contains(page);
      if (decision == null || !goes) {
        continue;
      }
      UUID there = links.between(to.id(), link.personId(), link.role(), page, link.row());
      if (links.find(there).map(Link::decision).isEmpty()) {
        edits.add(
            Edit.of(
                Aspect.LINK,
                there,
                "",
                new LinkValue(link.state(), link.role(), decision.by(), decision.reason())
                    .written()));
      }
      if (!whole) {
        LinkValue left = new LinkValue(Link.State.REJECTED, link.role(), user, null);
        edits.add(Edit.of(Aspect.LINK, link.id(), "", left.written()));
      }
    }
    return edits;
  }
}
