package io.huodang.cli;

import io.huodang.cli.Standing.Linked;
import io.huodang.identity.ReadValue;
import io.huodang.invented.Person;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everyone who stands on drawn pages, one page a file, as a registry has read and linked them. */
final class Standings {
  private static final String READ =
      """
      select f.path, r.row_number, r.field, r.value, r.confidence, r.alternatives
      from scan_file f
      join page p on p.scan_file_id = f.id
      join page_version pv on pv.page_id = p.id and pv.version = p.current_version
      join reading r on r.page_version_id = pv.id
      order by r.confidence desc
      """;

  private static final String LINKS =
      """
      select f.path, l.row_number, l.state = 'confirmed' as confirmed, l.evidence,
        array(select n.folded from name n where n.person_id = l.person_id and n.ended_at is null) as names,
        array(select i.value from identifier i
              where i.person_id = l.person_id and i.kind = 'citizen-id' and i.ended_at is null) as ids,
        array(select i.value from identifier i
              where i.person_id = l.person_id and i.kind = 'insured-number' and i.ended_at is null) as numbers,
        exists (select from identifier i where i.person_id = l.person_id and i.source <> 'form') as listed
      from link l
      join item i on i.id = l.item_id
      join scan_file f on f.id = i.scan_file_id
      where l.person_id is not null and l.state <> 'rejected' and l.role in ('subject', 'list-row')
      order by l.state, l.margin desc, l.id
      """;

  private final Subjects subjects;
  private final Set<Person> registered;
  private final Map<Spot, List<ReadValue>> read;
  private final Map<Spot, List<Linked>> links;

  private Standings(Subjects subjects, Set<Person> registered, JdbcClient registry) {
    this.subjects = subjects;
    this.registered = registered;
    read = bySpot(registry, READ, Standings::value);
    links = bySpot(registry, LINKS, Standings::linked);
  }

  /** A place on a file of one page; no row is its subject's. */
  private record Spot(String path, @Nullable Integer row) {}

  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /**
   * Everyone on these pages.
   *
   * @param scans the folder that was delivered
   */
  static List<Standing> of(
      Path scans,
      List<KnownPage> pages,
      Subjects subjects,
      Set<Person> registered,
      JdbcClient registry) {
    Standings standings = new Standings(subjects, registered, registry);
    return pages.stream()
        .flatMap(page -> standings.on(page, scans.relativize(page.file()).toString()).stream())
        .toList();
  }

  private List<Standing> on(KnownPage page, String path) {
    List<Standing> all = new ArrayList<>();
    Map<String, String> keys = new LinkedHashMap<>(page.fields());
    keys.keySet().retainAll(Reading.KEYS);
    all.add(standing(page, new Spot(path, null), keys));
    Map<Integer, Map<String, String>> rows = new TreeMap<>();
    read.forEach(
        (spot, values) -> {
          if (spot.path.equals(path) && spot.row != null) {
            rows.put(
                spot.row,
                values.stream()
                    .collect(
                        Collectors.toMap(
                            ReadValue::field, ReadValue::value, (sure, other) -> sure)));
          }
        });
    List<Integer> numbers = List.copyOf(rows.keySet());
    Map<Integer, Integer> matches = RowMatch.of(page.rows(), List.copyOf(rows.values()));
    for (int i = 0; i < page.rows().size(); i++) {
      Integer match = matches.get(i);
      all.add(
          standing(
              page, new Spot(path, match == null ? -1 : numbers.get(match)), page.rows().get(i)));
    }
    for (int j = 0; j < numbers.size(); j++) {
      if (!matches.containsValue(j)) {
        Standing torn = standing(page, new Spot(path, numbers.get(j)), Map.of());
        if (!saysNothingNew(torn, page)) {
          all.add(torn);
        }
      }
    }
    return all;
  }

  /** Nobody was found there, or whom a row was read twice of. */
  private static boolean saysNothingNew(Standing row, KnownPage page) {
    return row.links().stream()
        .allMatch(link -> link.citizenIds().stream().anyMatch(page.people()::contains));
  }

  private Standing standing(KnownPage page, Spot spot, Map<String, String> printed) {
    Person who = printed.isEmpty() ? null : subjects.who(printed).orElse(null);
    return new Standing(
        spot.row == null ? spot.path : spot.path + " row " + spot.row,
        page.byHand() ? "by hand" : page.pageClass().toString(),
        page.damage(),
        who,
        who != null && registered.contains(who),
        printed,
        read.getOrDefault(spot, List.of()),
        links.getOrDefault(spot, List.of()));
  }

  private static ReadValue value(ResultSet row) throws SQLException {
    return new ReadValue(
        row.getString("field"),
        row.getString("value"),
        row.getDouble("confidence"),
        texts(row.getArray("alternatives")));
  }

  private static Linked linked(ResultSet row) throws SQLException {
    return new Linked(
        texts(row.getArray("names")),
        texts(row.getArray("ids")),
        texts(row.getArray("numbers")),
        row.getBoolean("listed"),
        row.getBoolean("confirmed"),
        row.getString("evidence"));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static <T> Map<Spot, List<T>> bySpot(JdbcClient registry, String query, Row<T> each) {
    Map<Spot, List<T>> all = new LinkedHashMap<>();
    registry
        .sql(query)
        .query(
            (row, n) ->
                all.computeIfAbsent(
                        new Spot(row.getString("path"), row.getObject("row_number", Integer.class)),
                        _ -> new ArrayList<>())
                    .add(each.of(row)))
        .list();
    return all;
  }
}
