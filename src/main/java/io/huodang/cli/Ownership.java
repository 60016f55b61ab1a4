package io.huodang.cli;

import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.PersonName;
import io.huodang.vocabulary.Sha256;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose a registry says its items are, held against what stands on their pages. */
final class Ownership {
  private static final String ITEMS =
      """
      select ip.page_id as page, iv.item_id as item, encode(f.sha256, 'hex') as sha256, p.number
      from item i
      join item_version iv on iv.item_id = i.id and iv.version = i.current_version
      join item_page ip on ip.item_version_id = iv.id
      join page p on p.id = ip.page_id
      join scan_file f on f.id = p.scan_file_id
      """;

  /** What was read of an item as a whole: of several pages, the surest. */
  private static final String READ =
      """
      select distinct on (iv.item_id, r.field) iv.item_id as id, r.field, r.value
      from item i
      join item_version iv on iv.item_id = i.id and iv.version = i.current_version
      join item_page ip on ip.item_version_id = iv.id
      join page p on p.id = ip.page_id
      join page_version pv on pv.page_id = p.id and pv.version = p.current_version
      join reading r on r.page_version_id = pv.id
      where r.row_number is null and r.field in ('personName', 'citizenId', 'insuredNumber')
      order by iv.item_id, r.field, r.confidence desc
      """;

  private static final String PERSONS =
      """
      select person_id as id, 'personName' as field, value from name
      where person_id is not null and ended_at is null
      union all
      select person_id, case kind when 'citizen-id' then 'citizenId' else 'insuredNumber' end, value
      from identifier
      where person_id is not null and ended_at is null and kind in ('citizen-id', 'insured-number')
      """;

  private static final String LINKS =
      """
      select item_id, person_id, state, role, page_id from link
      where person_id is not null and role in ('subject', 'list-row') and state <> 'rejected'
      """;

  private final Map<Place, KnownPage> truth;
  private final List<ItemPage> pages;
  private final Map<UUID, Set<Key>> read;
  private final Map<UUID, Set<Key>> persons;
  private final List<Link> links;

  private Ownership(JdbcClient registry, Map<Place, KnownPage> truth) {
    this.truth = truth;
    pages =
        registry
            .sql(ITEMS)
            .query(
                (row, n) ->
                    new ItemPage(
                        row.getObject("item", UUID.class),
                        row.getObject("page", UUID.class),
                        new Place(row.getString("sha256"), row.getInt("number"))))
            .list();
    read = keys(registry, READ);
    persons = keys(registry, PERSONS);
    links =
        registry
            .sql(LINKS)
            .query(
                (row, n) ->
                    new Link(
                        row.getObject("item_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getString("state").equals("confirmed"),
                        row.getString("role").equals("list-row"),
                        row.getObject("page_id", UUID.class)))
            .list();
  }

  /** A page as the registry and the truth both know it. */
  private record Place(String sha256, int page) {}

  private record ItemPage(UUID item, UUID page, Place place) {}

  private record Link(
      UUID item, UUID person, boolean confirmed, boolean ofRow, @Nullable UUID page) {}

  /** A value by which a person is found, comparable. */
  private record Key(String field, String value) {
    static Key of(String field, String value) {
      return new Key(
          field,
          switch (field) {
            case "personName" -> PersonName.fold(value);
            case "citizenId" -> CitizenId.parse(value).map(CitizenId::value).orElse(value);
            default -> value;
          });
    }
  }

  /** Reads a registry whose scans are these. */
  static Ownership of(JdbcClient registry, List<KnownPage> scans) throws IOException {
    Map<Place, KnownPage> truth = new HashMap<>();
    for (KnownPage page : scans) {
      truth.put(new Place(Sha256.ofContent(page.file()).hex(), page.page()), page);
    }
    return new Ownership(registry, truth);
  }

  /** Counts by name; "wrong" are confirmed and of somebody of whom no number stands there. */
  Map<String, Integer> figures() {
    Map<String, Integer> figures = new LinkedHashMap<>();
    countItems(figures);
    countRows(figures);
    return figures;
  }

  /** Items whose person is not found by all that stands there: file, what stands, what was read. */
  List<String> misses() {
    return pages.stream().collect(Collectors.groupingBy(ItemPage::item)).entrySet().stream()
        .filter(
            item -> {
              Set<Key> printed = printed(item.getValue());
              return links.stream()
                      .noneMatch(
                          l -> l.item.equals(item.getKey()) && l.confirmed && isOf(l, printed))
                  && !printed.isEmpty();
            })
        .map(
            item ->
                "%s: %s, read %s, linked %s"
                    .formatted(
                        item.getValue().stream()
                            .flatMap(page -> Stream.ofNullable(truth.get(page.place)))
                            .map(page -> page.file().getFileName() + " " + page.group())
                            .toList(),
                        printed(item.getValue()),
                        keysOf(read, item.getKey()),
                        links.stream()
                            .filter(l -> l.item.equals(item.getKey()))
                            .map(l -> l.confirmed + " " + keysOf(persons, l.person))
                            .toList()))
        .toList();
  }

  private void countItems(Map<String, Integer> figures) {
    pages.stream()
        .collect(Collectors.groupingBy(ItemPage::item))
        .forEach(
            (item, its) -> {
              Set<Key> printed = printed(its);
              if (printed.isEmpty()) {
                return;
              }
              List<Link> of = links.stream().filter(l -> l.item.equals(item) && !l.ofRow).toList();
              count(figures, "itemsOfOnePerson", true);
              count(figures, "itemsAllKeysRead", keysOf(read, item).containsAll(printed));
              count(
                  figures,
                  "itemsFoundByAllKeys",
                  of.stream().anyMatch(l -> l.confirmed && isOf(l, printed)));
              count(
                  figures,
                  "itemsProposedRight",
                  of.stream().anyMatch(l -> !l.confirmed && isOf(l, printed)));
              count(
                  figures,
                  "itemsWrong",
                  of.stream().anyMatch(l -> l.confirmed && !sharesNumber(l, printed)));
            });
  }

  private void countRows(Map<String, Integer> figures) {
    for (ItemPage page : pages) {
      KnownPage known = truth.get(page.place);
      if (known == null) {
        continue;
      }
      Set<Key> printed =
          known.people().stream().map(id -> Key.of("citizenId", id)).collect(Collectors.toSet());
      printed.forEach(_ -> count(figures, "listRows", true));
      for (Link link : links) {
        if (link.ofRow && link.confirmed && page.page.equals(link.page)) {
          boolean right = keysOf(persons, link.person).stream().anyMatch(printed::contains);
          count(figures, "listRowsFound", right);
          count(figures, "listRowsWrong", !right);
        }
      }
    }
  }

  /** What stands on the pages of one item about its one person; empty when that is unknown. */
  private Set<Key> printed(List<ItemPage> its) {
    Set<Key> printed = new HashSet<>();
    for (ItemPage page : its) {
      KnownPage known = truth.get(page.place);
      if (known != null) {
        for (String field : Reading.KEYS) {
          String value = known.fields().get(field);
          if (value != null) {
            printed.add(Key.of(field, value));
          }
        }
      }
    }
    return printed;
  }

  private boolean isOf(Link link, Set<Key> printed) {
    return keysOf(persons, link.person).containsAll(printed);
  }

  private boolean sharesNumber(Link link, Set<Key> printed) {
    return keysOf(persons, link.person).stream()
        .anyMatch(key -> !key.field.equals("personName") && printed.contains(key));
  }

  private static Set<Key> keysOf(Map<UUID, Set<Key>> all, UUID id) {
    return all.getOrDefault(id, Set.of());
  }

  private static void count(Map<String, Integer> figures, String name, boolean one) {
    figures.merge(name, one ? 1 : 0, Integer::sum);
  }

  private static Map<UUID, Set<Key>> keys(JdbcClient registry, String query) {
    record Row(UUID id, Key key) {}
    return registry
        .sql(query)
        .query(
            (row, n) ->
                new Row(
                    row.getObject("id", UUID.class),
                    Key.of(row.getString("field"), row.getString("value"))))
        .list()
        .stream()
        .collect(Collectors.groupingBy(Row::id, Collectors.mapping(Row::key, Collectors.toSet())));
  }
}
