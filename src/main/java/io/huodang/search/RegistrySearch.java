package io.huodang.search;

import static java.util.Objects.requireNonNull;

import io.huodang.access.Rights;
import io.huodang.search.Asked.CitizenNumber;
import io.huodang.search.Asked.Date;
import io.huodang.search.Asked.Groups;
import io.huodang.search.Asked.Han;
import io.huodang.search.Asked.Latin;
import io.huodang.search.Asked.MaskedNumber;
import io.huodang.search.Asked.Mixed;
import io.huodang.search.Asked.NamePattern;
import io.huodang.search.Asked.Words;
import io.huodang.search.PageDocument.Place;
import io.huodang.search.Scope.Owner;
import io.huodang.vocabulary.PersonName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One search of the registry. It is asked for the strongest reasons first, and for the weaker ones
 * only while there is room in the answer; one that takes too long ends the search with what was
 * found until then.
 */
final class RegistrySearch implements Finder {
  /** Of each way to meet a part; the best of them are shown. */
  private static final int MOST = 300;

  /** Of one part of several: among these the others are looked for. */
  private static final int MOST_OF_SEVERAL = 5_000;

  private final JdbcClient jdbc;
  private final RegistryNumbers numbers;
  private final RegistryNames names;
  private final RegistryEmployers employers;
  private final RegistryLocations locations;
  private volatile boolean cutShort;

  RegistrySearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
    numbers = new RegistryNumbers(jdbc);
    names = new RegistryNames(jdbc);
    employers = new RegistryEmployers(jdbc);
    locations = new RegistryLocations(jdbc);
  }

  @Override
  public boolean isCutShort() {
    return cutShort;
  }

  @Override
  public List<Found> people(Question question, SearchRequest request, Rights rights) {
    List<Found> found = found(question, Owner.PERSON, request, rights, request.limit());
    Map<UUID, Found> byId = byId(found);
    return inTime(
        () ->
            jdbc.sql( // link_person counts the papers
                    """
                    select p.id from unnest(cast(:ids as uuid[]), cast(:scores as float8[])) as found (id, score)
                    join person p on p.id = found.id
                    where p.merged_into is null and p.removed_at is null
                    order by found.score desc, (select count(*) from link l where l.person_id = p.id) desc,
                      p.birth_date, p.id
                    limit %d
                    """
                        .formatted(request.limit()))
                .param("ids", found.stream().map(Found::id).toArray(UUID[]::new))
                .param("scores", found.stream().map(Found::score).toArray(Double[]::new))
                .query((row, n) -> requireNonNull(byId.get(row.getObject(1, UUID.class))))
                .list());
  }

  @Override
  public List<Found> similar(Question question, SearchRequest request, Rights rights) {
    Scope scope = new Scope(Owner.PERSON, request, rights, null, MOST);
    List<Found> all = new ArrayList<>();
    for (Asked part : question.parts()) {
      if (part instanceof Han name && SimilarNames.mayBeSimilar(name)) {
        List<Asked> others = new ArrayList<>(question.parts());
        others.remove(part);
        all.addAll(met(names.similar(name, scope), others, scope, MOST));
      }
    }
    return Found.best(byId(all)).stream().limit(SimilarNames.MOST).toList();
  }

  @Override
  public List<Found> items(
      Question question, SearchRequest request, Rights rights, List<Found> people) {
    int wanted = people.isEmpty() ? request.limit() : 0;
    Map<UUID, Found> all = byId(found(question, Owner.ITEM, request, rights, wanted));
    inTime(
            () ->
                itemsOf(
                    people, new Scope(Owner.ITEM, request, rights, null, request.limit()), jdbc))
        .forEach(one -> add(all, one));
    return Found.best(all).stream().limit(request.limit()).toList();
  }

  @Override
  public List<Place> pages(Question question, SearchRequest request, Rights rights) {
    return List.of();
  }

  /** What the people who were found are the subject of, as well found as they are. */
  static List<Found> itemsOf(List<Found> people, Scope scope, JdbcClient jdbc) {
    Map<UUID, Found> byPerson = byId(people);
    return jdbc.sql( // by link_person
            """
            select l.person_id, l.item_id
            from unnest(cast(:people as uuid[]), cast(:scores as float8[])) as found (id, score)
            join link l on l.person_id = found.id join item i on i.id = l.item_id
            where l.state <> 'rejected' and l.role in ('subject', 'list-row') and %s
            order by found.score desc, i.item_date desc nulls last, i.id desc
            limit %d
            """
                .formatted(scope.item(), scope.most()))
        .params(scope.params())
        .param("people", people.stream().map(Found::id).toArray(UUID[]::new))
        .param("scores", people.stream().map(Found::score).toArray(Double[]::new))
        .query(
            (row, n) -> {
              Found person = requireNonNull(byPerson.get(row.getObject(1, UUID.class)));
              return new Found(row.getObject(2, UUID.class), person.why(), person.score());
            })
        .list();
  }

  /**
   * What meets the question.
   *
   * @param wanted how many; what only comes near is looked for when there are fewer
   */
  private List<Found> found(
      Question question, Owner owner, SearchRequest request, Rights rights, int wanted) {
    Scope one = new Scope(owner, request, rights, null, MOST);
    Scope several = new Scope(owner, request, rights, null, MOST_OF_SEVERAL);
    List<Found> all = new ArrayList<>();
    question
        .ways(
            parts ->
                parts.size() == 1
                    ? met(parts, one, request.limit(), wanted)
                    : met(parts, several, request.limit(), Math.min(1, wanted)),
            whole -> met(List.of(whole), one, request.limit(), wanted))
        .forEach(all::addAll);
    return Found.best(byId(all));
  }

  /**
   * What meets all parts.
   *
   * @param wanted who only comes near the first part is looked for when there are fewer
   */
  private List<Found> met(List<Asked> parts, Scope scope, int enough, int wanted) {
    List<Asked> inOrder =
        parts.stream().sorted(Comparator.comparingInt(RegistrySearch::width)).toList();
    Asked first = inOrder.getFirst();
    List<Asked> others = inOrder.subList(1, inOrder.size());
    List<Found> all = met(ways(first, scope), others, scope, enough);
    // Beside a number that was met, one that comes near is another person's.
    boolean isNumberMet =
        Search.isNumber(first)
            && all.stream().anyMatch(one -> one.score() > Search.PART_OF_A_NUMBER);
    if (!scope.request().nearMisses() || isNumberMet || all.size() >= wanted) {
      return all;
    }
    List<Found> both = new ArrayList<>(all);
    both.addAll(met(near(first, scope), others, scope, enough));
    return Found.best(byId(both));
  }

  /** The strongest way first, until there are enough. */
  private List<Found> met(
      List<Supplier<List<Found>>> ways, List<Asked> others, Scope scope, int enough) {
    Map<UUID, Found> all = new HashMap<>();
    for (Supplier<List<Found>> way : ways) {
      narrowed(byId(inTime(way)), others, scope).values().forEach(one -> add(all, one));
      if (all.size() >= enough) {
        break;
      }
    }
    return Found.best(all);
  }

  /** Those of them that meet the other parts as well. */
  private Map<UUID, Found> narrowed(Map<UUID, Found> found, List<Asked> others, Scope scope) {
    Map<UUID, Found> all = found;
    for (Asked part : others) {
      if (all.isEmpty()) {
        return all;
      }
      Map<UUID, Found> both = new HashMap<>();
      Scope among = scope.among(all.keySet());
      for (Found one : met(List.of(part), among, all.size(), 1)) {
        add(both, together(one, requireNonNull(all.get(one.id()))));
      }
      all = both;
    }
    return all;
  }

  /** Nothing when that takes too long, or something before it did. */
  private List<Found> inTime(Supplier<List<Found>> way) {
    try {
      return cutShort ? List.of() : way.get();
    } catch (QueryTimeoutException e) {
      cutShort = true;
      return List.of();
    }
  }

  /** Of how many something may be said: what few bear is asked for first. */
  private static int width(Asked part) {
    return switch (part) {
      case CitizenNumber _ -> 0;
      case Asked.Number asked -> asked.mayBePart() ? 3 : 0;
      case Han asked -> asked.kind().equals("employer") ? 2 : 1;
      case Mixed _, NamePattern _, Latin _ -> 1;
      case Words _, Groups _ -> 3;
      case MaskedNumber _, Date _ -> 4;
      case Asked.Sex _, Asked.Paper _ -> 5;
    };
  }

  private List<Supplier<List<Found>>> ways(Asked part, Scope scope) {
    List<Supplier<List<Found>>> ways = new ArrayList<>();
    switch (part) {
      case CitizenNumber asked -> ways.add(() -> numbers.of(asked, scope));
      case MaskedNumber asked -> ways.add(() -> numbers.of(asked, scope));
      case Date asked -> ways.add(() -> numbers.of(asked, scope));
      case Asked.Number asked -> {
        ways.add(() -> numbers.of(asked, scope));
        ways.add(() -> employers.withNumber(asked.key(), scope));
        ways.add(() -> locations.at(asked.key(), scope));
      }
      case Groups asked -> {
        if (!asked.joined().isEmpty()) {
          ways.addAll(ways(new Asked.Number(asked.joined()), scope));
        }
        ways.add(() -> met(asked.keys(), scope, scope.most(), 1));
      }
      case Han asked -> {
        ways.addAll(names.of(asked, scope));
        ways.add(() -> employers.named(asked.name(), scope));
        ways.add(() -> locations.at(asked.text(), scope));
      }
      case Mixed asked -> {
        ways.addAll(names.of(asked, scope));
        ways.add(() -> locations.at(asked.text(), scope));
      }
      case NamePattern asked -> ways.addAll(names.of(asked, scope));
      case Latin asked -> ways.addAll(names.of(asked, scope));
      case Words asked -> {
        ways.add(() -> numbers.of(asked, scope));
        ways.add(() -> employers.named(PersonName.fold(asked.text()), scope));
        ways.add(() -> locations.at(asked.text(), scope));
      }
      case Asked.Sex asked -> ways.add(() -> ofSex(asked, scope));
      case Asked.Paper _ -> ways.add(() -> anybody(scope));
    }
    return ways;
  }

  private List<Supplier<List<Found>>> near(Asked part, Scope scope) {
    return switch (part) {
      case CitizenNumber asked -> List.of(() -> numbers.near(asked.typed(), scope));
      case Asked.Number asked -> List.of(() -> numbers.near(asked.key(), scope));
      case Groups asked -> List.of(() -> numbers.near(asked.joined(), scope));
      case Han asked -> names.near(asked, scope);
      case Latin asked -> names.near(asked, scope);
      case MaskedNumber _, Date _, Mixed _, NamePattern _, Words _, Asked.Sex _, Asked.Paper _ ->
          List.of();
    };
  }

  private List<Found> ofSex(Asked.Sex asked, Scope scope) {
    return scope.among() == null || !scope.isOfPeople()
        ? List.of()
        : jdbc.sql("select id from person where sex = :sex and " + scope.sql("person.id"))
            .params(scope.params())
            .param("sex", Track.word(asked.sex()))
            .query((row, n) -> new Found(row.getObject(1, UUID.class), Why.NAME, 0))
            .list();
  }

  /** Which of their papers is another question. */
  private static List<Found> anybody(Scope scope) {
    return scope.among() == null || !scope.isOfPeople()
        ? List.of()
        : scope.among().stream().map(id -> new Found(id, Why.NAME, 0)).toList();
  }

  private static Map<UUID, Found> byId(Collection<Found> found) {
    Map<UUID, Found> byId = new HashMap<>();
    found.forEach(one -> add(byId, one));
    return byId;
  }

  private static void add(Map<UUID, Found> to, Found one) {
    to.merge(one.id(), one, Found::better);
  }

  /** How two keys are met: nearly, if one of them is; else as the better one. */
  private static Found together(Found one, Found other) {
    if (one.why() == Why.NEAR_MISS) {
      return one;
    }
    return other.why() == Why.NEAR_MISS ? other : one.better(other);
  }
}
