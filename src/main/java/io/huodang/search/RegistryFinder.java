package io.huodang.search;

import static java.util.Objects.requireNonNull;

import io.huodang.access.Rights;
import io.huodang.catalog.Identifier.Kind;
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
import io.huodang.vocabulary.PersonName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds by number, name and employer in PostgreSQL, while the index is away. How a name sounds and
 * what pages say is known to the index alone.
 */
@Component
class RegistryFinder implements Finder {
  private static final int MOST = 300;
  private static final double PART = 500;
  private static final int BIRTH_DATE = 8;
  private static final int BIRTH_YEAR = 4;

  private final JdbcClient jdbc;

  RegistryFinder(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Found> people(Question question, SearchRequest request, Rights rights) {
    return ranked(question.parts(), "person_id");
  }

  @Override
  public List<Found> items(
      Question question, SearchRequest request, Rights rights, List<Found> people) {
    Map<UUID, Found> all = new LinkedHashMap<>();
    ranked(question.parts(), "item_id").forEach(found -> all.put(found.id(), found));
    Map<UUID, Found> byPerson = new HashMap<>();
    people.forEach(found -> byPerson.put(found.id(), found));
    // link_person leads from the people to their items.
    jdbc.sql(
            """
            select l.person_id, l.item_id from link l join item i on i.id = l.item_id
            where l.person_id = any(cast(:people as uuid[])) and l.state <> 'rejected'
              and l.role in ('subject', 'list-row') and i.state <> 'removed'
            order by i.item_date desc nulls last, i.id desc
            limit :most
            """)
        .param("people", byPerson.keySet().toArray(UUID[]::new))
        .param("most", MOST)
        .query(
            (row, n) -> {
              Found person = requireNonNull(byPerson.get(row.getObject(1, UUID.class)));
              UUID item = row.getObject(2, UUID.class);
              return new Found(item, person.why(), person.score());
            })
        .list()
        .forEach(found -> all.merge(found.id(), found, RegistryFinder::better));
    return best(all);
  }

  @Override
  public List<Place> pages(Question question, SearchRequest request, Rights rights) {
    return List.of();
  }

  /** What meets all parts of the question. */
  private List<Found> ranked(List<Asked> parts, String owner) {
    Map<UUID, Found> all = null;
    for (Asked part : parts) {
      Map<UUID, Found> met = new HashMap<>();
      meeting(part, owner).forEach(found -> met.merge(found.id(), found, RegistryFinder::better));
      if (all != null) {
        met.keySet().retainAll(all.keySet());
        for (Found before : all.values()) {
          met.computeIfPresent(before.id(), (id, found) -> better(found, before));
        }
      }
      all = met;
    }
    return all == null ? List.of() : best(all);
  }

  private List<Found> meeting(Asked part, String owner) {
    return switch (part) {
      case CitizenNumber asked -> {
        List<Found> found = new ArrayList<>(numbers(owner, asked.forms()));
        found.addAll(nearNumbers(owner, asked.typed()));
        yield found;
      }
      case MaskedNumber asked -> ids(owner, asked.pattern().replace('?', '_').replace('*', '%'));
      case Groups asked -> {
        List<Found> found = new ArrayList<>(number(owner, asked.joined()));
        found.addAll(ranked(asked.keys(), owner));
        yield found;
      }
      case Date asked -> ids(owner, "______" + asked.digits() + "%");
      case Asked.Number asked -> {
        List<Found> found = new ArrayList<>(number(owner, asked.key()));
        if (asked.mayBePart()) {
          found.addAll(ids(owner, "%" + asked.key()));
        }
        if (asked.key().length() == BIRTH_DATE || asked.key().length() == BIRTH_YEAR) {
          found.addAll(ids(owner, "______" + asked.key() + "%"));
        }
        yield found;
      }
      case Han asked -> {
        List<Found> found = new ArrayList<>(names(owner, asked));
        found.addAll(employed(owner, asked.name()));
        yield found;
      }
      case Mixed asked -> names(owner, new Han(asked.name(), asked.text()));
      case NamePattern asked -> patterns(owner, asked);
      case Latin asked -> names(owner, new Han(asked.name(), asked.name()));
      case Words asked -> employed(owner, PersonName.fold(asked.text()));
    };
  }

  private List<Found> numbers(String owner, Collection<String> values) {
    return jdbc.sql( // by identifier_value
            """
            select %1$s, kind from identifier
            where value = any(cast(:values as text[])) and %1$s is not null and ended_at is null
            limit :most
            """
                .formatted(owner))
        .param("values", values.toArray(String[]::new))
        .param("most", MOST)
        .query((row, n) -> found(row.getObject(1, UUID.class), why(row.getString(2))))
        .list();
  }

  private List<Found> number(String owner, String key) {
    List<Found> found = new ArrayList<>(numbers(owner, List.of(key)));
    found.addAll(numbers(owner, Numbers.otherZeros(key)));
    found.addAll(nearNumbers(owner, key));
    return found;
  }

  private List<Found> nearNumbers(String owner, String typed) {
    return numbers(owner, NearNumbers.of(typed)).stream()
        .filter(found -> found.why() == Why.CITIZEN_ID || found.why() == Why.INSURED_NUMBER)
        .map(found -> found(found.id(), Why.NEAR_MISS))
        .toList();
  }

  private static Why why(String kind) {
    if (kind.equals(Kind.CITIZEN_ID.word())) {
      return Why.CITIZEN_ID;
    }
    if (kind.equals(Kind.INSURED_NUMBER.word())) {
      return Why.INSURED_NUMBER;
    }
    return kind.equals(Kind.FILE_NUMBER.word()) ? Why.FILE_NUMBER : Why.IDENTIFIER;
  }

  private List<Found> ids(String owner, String pattern) {
    return jdbc.sql(
            """
            select %1$s from identifier
            where kind = 'citizen-id' and value like :pattern and %1$s is not null
              and ended_at is null
            limit :most
            """
                .formatted(owner))
        .param("pattern", pattern)
        .param("most", MOST)
        .query((row, n) -> found(row.getObject(1, UUID.class), Why.ID_PART))
        .list();
  }

  private List<Found> names(String owner, Han asked) {
    Set<String> spellings = new TreeSet<>(Variants.spellings(asked.name()));
    spellings.add(asked.name());
    Set<String> near = asked.length() > 1 ? LookAlikes.of(asked.name()) : Set.of();
    return jdbc.sql( // by name_folded and name_folded_trigram
            """
            select %1$s, kind, folded from name
            where (folded = any(cast(:spellings as text[])) or folded = any(cast(:near as text[]))
                   or folded like :part)
              and %1$s is not null and ended_at is null
            order by folded = :name desc, folded = any(cast(:spellings as text[])) desc, id
            limit :most
            """
                .formatted(owner))
        .param("name", asked.name())
        .param("spellings", spellings.toArray(String[]::new))
        .param("near", near.toArray(String[]::new))
        .param("part", "%" + asked.name() + "%")
        .param("most", MOST)
        .query(
            (row, n) ->
                judge(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    asked.name(),
                    spellings))
        .list();
  }

  private static Found judge(
      UUID id, String kind, String folded, String asked, Set<String> spellings) {
    if (folded.equals(asked)) {
      return switch (kind) {
        case "former" -> found(id, Why.FORMER_NAME);
        case "variant" -> found(id, Why.NAME_VARIANT);
        default -> found(id, Why.NAME);
      };
    }
    if (spellings.contains(folded)) {
      return found(id, Why.NAME_VARIANT);
    }
    return folded.contains(asked) ? new Found(id, Why.NAME, PART) : found(id, Why.NEAR_MISS);
  }

  private List<Found> patterns(String owner, NamePattern asked) {
    return jdbc.sql(
            """
            select %1$s from name
            where folded like :pattern and %1$s is not null and ended_at is null
            limit :most
            """
                .formatted(owner))
        .param("pattern", asked.pattern().replace('?', '_').replace('*', '%'))
        .param("most", MOST)
        .query((row, n) -> new Found(row.getObject(1, UUID.class), Why.NAME, PART))
        .list();
  }

  private List<Found> employed(String owner, String name) {
    if (!owner.equals("person_id") || name.codePointCount(0, name.length()) < 2) {
      return List.of();
    }
    return jdbc.sql(
            """
            select e.person_id from name n join employment e on e.employer_id = n.employer_id
            where n.folded like :name and n.ended_at is null
            limit :most
            """)
        .param("name", "%" + name.replaceAll("[%_\\\\]", "") + "%")
        .param("most", MOST)
        .query((row, n) -> found(row.getObject(1, UUID.class), Why.EMPLOYER))
        .list();
  }

  private static Found found(UUID id, Why why) {
    return new Found(id, why, why.score());
  }

  private static Found better(Found one, Found other) {
    return one.score() >= other.score() ? one : other;
  }

  private static List<Found> best(Map<UUID, Found> all) {
    return all.values().stream()
        .sorted(Comparator.comparingDouble(Found::score).reversed())
        .toList();
  }
}
