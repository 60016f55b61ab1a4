package io.huodang.search;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.huodang.catalog.Identifier;
import io.huodang.catalog.Identifier.Kind;
import io.huodang.catalog.Item;
import io.huodang.catalog.Link;
import io.huodang.catalog.Name;
import io.huodang.vocabulary.PersonName;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The keys under which an item is found: its own, those that were read on it and belong to nobody
 * yet, and whom it is about.
 */
record ItemDocument(
    boolean removed,
    String key,
    Set<String> rights,
    @Nullable UUID category,
    List<UUID> people,
    @Nullable String fileNumber,
    List<String> numbers,
    List<String> citizenIds,
    List<String> insuredNumbers,
    List<String> names,
    @JsonUnwrapped NameFields keys,
    @Nullable String title,
    @Nullable LocalDate date,
    String image,
    String paper,
    Set<String> locations) {

  static ItemDocument of(Item item) {
    return new ItemDocument(
        false,
        DocumentKey.of(item.id()),
        RightsKeys.covering(List.of(item.terms())),
        item.terms().category(),
        item.links().stream().filter(ItemDocument::counts).map(Link::personId).distinct().toList(),
        item.fileNumber() == null ? null : Numbers.key(item.fileNumber()),
        item.identifiers().stream()
            .filter(
                number -> number.kind() != Kind.CITIZEN_ID && number.kind() != Kind.INSURED_NUMBER)
            .flatMap(number -> Numbers.keys(number.value()).stream())
            .distinct()
            .toList(),
        Numbers.forms(values(item, Kind.CITIZEN_ID)),
        values(item, Kind.INSURED_NUMBER).stream().map(Numbers::key).toList(),
        item.names().stream().map(name -> PersonName.fold(name.value())).distinct().toList(),
        NameFields.of(item.names().stream().map(Name::value).toList()),
        item.title() == null ? null : TextFolding.fold(item.title()),
        item.date(),
        Track.word(item.image()),
        Track.word(item.paper()),
        item.location() == null ? Set.of() : Numbers.ofLocation(item.location()));
  }

  /** Whether a link puts the item into the person's file. */
  static boolean counts(Link link) {
    return link.state() != Link.State.REJECTED
        && (link.role() == Link.Role.SUBJECT || link.role() == Link.Role.LIST_ROW);
  }

  private static List<String> values(Item item, Kind kind) {
    return item.identifiers().stream()
        .filter(identifier -> identifier.kind() == kind)
        .map(Identifier::value)
        .distinct()
        .toList();
  }
}
