package io.huodang.corrections;

import io.huodang.catalog.Item;
import io.huodang.catalog.Link;
import io.huodang.catalog.ListRow;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The rows of list forms (一表多人), with who may stand in each. */
@Service
public class ListRows {
  private static final Comparator<Link> LIKELIEST_FIRST =
      Comparator.comparing(Link::state, ListRows::confirmedFirst)
          .thenComparing(Comparator.comparingDouble(Link::margin).reversed())
          .thenComparing(Link::id);

  private final Fields fields;
  private final ClearRows clear;

  ListRows(Fields fields, ClearRows clear) {
    this.fields = fields;
    this.clear = clear;
  }

  /**
   * Some rows of a list.
   *
   * @param counts of all rows by state
   * @param before how many rows of the kind that is shown come before these
   * @param matching how many there are of that kind
   * @param rows in the order of pages and rows
   * @param next the row behind which the next part begins, null at the end
   */
  public record Part(
      Map<ListedRow.State, Long> counts,
      long before,
      long matching,
      List<ListedRow> rows,
      @Nullable ListRow next) {

    /** How many rows the list has. */
    public long all() {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** All rows of an item, in the order of pages and rows; none of an item that is no list. */
  public List<ListedRow> of(Item item) {
    Map<ListRow, List<Link>> links = ListRow.linksByRow(item.links());
    Map<UUID, Long> rowsOfPerson =
        links.values().stream()
            .flatMap(here -> here.stream().filter(ListRows::counts).map(Link::personId).distinct())
            .collect(Collectors.groupingBy(person -> person, Collectors.counting()));
    return fields.of(item).rows().stream()
        .map(
            row -> {
              ListRow place = new ListRow(row.pageId(), row.number());
              List<Link> here =
                  links.getOrDefault(place, List.of()).stream().sorted(LIKELIEST_FIRST).toList();
              return new ListedRow(
                  place, row.position(), row.fields(), here, clear.isClear(here, rowsOfPerson));
            })
        .toList();
  }

  /**
   * A part of an item's rows.
   *
   * @param only rows of that state, null: all
   * @param behind which row, null: from the start
   * @param limit how many at most
   */
  public Part part(Item item, ListedRow.@Nullable State only, @Nullable ListRow behind, int limit) {
    List<ListedRow> all = of(item);
    Map<ListedRow.State, Long> counts = new EnumMap<>(ListedRow.State.class);
    for (ListedRow.State state : ListedRow.State.values()) {
      counts.put(state, all.stream().filter(row -> row.state() == state).count());
    }
    int start = indexOf(all, behind) + 1;
    List<ListedRow> rest =
        all.subList(start, all.size()).stream().filter(row -> isOf(row, only)).toList();
    long before = all.subList(0, start).stream().filter(row -> isOf(row, only)).count();
    List<ListedRow> rows = rest.subList(0, Math.min(limit, rest.size()));
    return new Part(
        counts,
        before,
        before + rest.size(),
        rows,
        rest.size() > limit ? rows.getLast().place() : null);
  }

  private static boolean isOf(ListedRow row, ListedRow.@Nullable State only) {
    return only == null || row.state() == only;
  }

  private static int indexOf(List<ListedRow> rows, @Nullable ListRow place) {
    for (int at = 0; at < rows.size(); at++) {
      if (rows.get(at).place().equals(place)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean counts(Link link) {
    return link.state() != Link.State.REJECTED;
  }

  private static int confirmedFirst(Link.State one, Link.State other) {
    List<Link.State> order =
        List.of(Link.State.CONFIRMED, Link.State.PROPOSED, Link.State.REJECTED);
    return Integer.compare(order.indexOf(one), order.indexOf(other));
  }
}
