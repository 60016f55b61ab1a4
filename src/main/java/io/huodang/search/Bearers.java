package io.huodang.search;

import static io.huodang.search.Shades.OTHER_ZEROS;

import io.huodang.access.Rights;
import io.huodang.search.Asked.CitizenNumber;
import io.huodang.search.PageDocument.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who and what bears a whole number, by the registry: it knows at once, and is never behind. What
 * pages say is still asked of the index.
 */
@Component
class Bearers {
  /** Shorter ones are beginnings and ends of others, and dates. */
  static final int SHORTEST = 9;

  private static final int MOST = 300;

  private final JdbcClient jdbc;
  private final IndexFinder index;

  Bearers(JdbcClient jdbc, IndexFinder index) {
    this.jdbc = jdbc;
    this.index = index;
  }

  /** Finds those who bear the number that was asked for; empty when none was, or nobody does. */
  Optional<Finder> of(Question question) {
    if (question.parts().size() > 1) {
      return Optional.empty();
    }
    return switch (question.parts().getFirst()) {
      case CitizenNumber asked -> bearing(asked.forms(), Set.of());
      case Asked.Number asked when asked.key().length() >= SHORTEST ->
          bearing(List.of(asked.key()), asWritten(asked.key()));
      default -> Optional.empty();
    };
  }

  /** The number as others may keep it. */
  private static Set<String> asWritten(String key) {
    Set<String> others = new LinkedHashSet<>(Numbers.otherZeros(key));
    others.add(Numbers.digits(key));
    others.remove(key);
    return others;
  }

  /** What bears a number: a person or an item. */
  private record Bearer(@Nullable UUID person, @Nullable UUID item, Why why, String value) {}

  /**
   * Looks up.
   *
   * @param forms of the number
   * @param others which only insured numbers are taken for
   */
  private Optional<Finder> bearing(Collection<String> forms, Collection<String> others) {
    List<String> values = new ArrayList<>(forms);
    values.addAll(others);
    Map<UUID, Found> people = new HashMap<>();
    Map<UUID, Found> items = new HashMap<>();
    for (Bearer bearer : bearers(values)) {
      boolean exact = forms.contains(bearer.value());
      if (exact || bearer.why() == Why.INSURED_NUMBER) {
        double score = exact ? bearer.why().score() : OTHER_ZEROS;
        keep(bearer.person(), bearer.why(), score, people);
        keep(bearer.item(), bearer.why(), score, items);
      }
    }
    return people.isEmpty() && items.isEmpty()
        ? Optional.empty()
        : Optional.of(new Known(people, items));
  }

  private List<Bearer> bearers(List<String> values) {
    return jdbc.sql( // by identifier_value
            """
            select coalesce(p.merged_into, i.person_id) as person_id, i.item_id, i.kind, i.value
            from identifier i left join person p on p.id = i.person_id
            where i.value = any(:values) and i.ended_at is null
            limit :most
            """)
        .param("values", values.toArray(String[]::new))
        .param("most", MOST)
        .query(
            (row, n) ->
                new Bearer(
                    row.getObject("person_id", UUID.class),
                    row.getObject("item_id", UUID.class),
                    RegistryNumbers.why(row.getString("kind")),
                    row.getString("value")))
        .list();
  }

  private static void keep(@Nullable UUID id, Why why, double score, Map<UUID, Found> all) {
    if (id != null) {
      all.merge(id, new Found(id, why, score), Found::better);
    }
  }

  /** Finds what was looked up, and its papers. */
  private final class Known implements Finder {
    private final Map<UUID, Found> people;
    private final Map<UUID, Found> items;

    Known(Map<UUID, Found> people, Map<UUID, Found> items) {
      this.people = people;
      this.items = items;
    }

    @Override
    public List<Found> people(Question question, SearchRequest request, Rights rights) {
      return Found.best(people);
    }

    @Override
    public List<Found> items(
        Question question, SearchRequest request, Rights rights, List<Found> known) {
      Map<UUID, Found> all = new LinkedHashMap<>();
      Scope scope = new Scope(Scope.Owner.ITEM, request, rights, null, request.limit());
      RegistrySearch.itemsOf(known, scope, jdbc)
          .forEach(found -> all.merge(found.id(), found, Found::better));
      items.forEach((id, found) -> all.merge(id, found, Found::better));
      return Found.best(all);
    }

    @Override
    public List<Place> pages(Question question, SearchRequest request, Rights rights)
        throws IOException {
      return index.pages(question, request, rights);
    }
  }
}
