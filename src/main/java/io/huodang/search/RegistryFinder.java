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
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds by number, name and employer in PostgreSQL, while the index is away. How a name sounds and
 * what pages say is known to the index alone.
 */
@Component
class RegistryFinder implements Finder {
  private static final int MOST = 300;
  private static final double BEGINNING = 520;
  private static final double PART = 500;
  private static final double INITIALS_BEGINNING = 280;
  private static final double SHORT_EMPLOYER = 190;

  /** A year, a month or a day of birth. */
  private static final Pattern BIRTH = Pattern.compile("(?:18|19|20)[0-9]{2}(?:[0-9]{2}){0,2}");

  private final JdbcClient jdbc;

  RegistryFinder(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Found> people(Question question, SearchRequest request, Rights rights) {
    return found(question, "person_id");
  }

  private List<Found> found(Question question, String owner) {
    Map<UUID, Found> all = new HashMap<>();
    question
        .ways(parts -> ranked(parts, owner), whole -> ranked(List.of(whole), owner))
        .forEach(way -> way.forEach(found -> all.merge(found.id(), found, RegistryFinder::better)));
    return best(all);
  }

  @Override
  public List<Found> items(
      Question question, SearchRequest request, Rights rights, List<Found> people) {
    Map<UUID, Found> all = new LinkedHashMap<>();
    found(question, "item_id").forEach(found -> all.put(found.id(), found));
    theirs(people).forEach(found -> all.merge(found.id(), found, RegistryFinder::better));
    return best(all);
  }

  /** The items of people, each as well found as whom it is about; the newest first. */
  List<Found> theirs(List<Found> people) {
    Map<UUID, Found> byPerson = new HashMap<>();
    people.forEach(found -> byPerson.put(found.id(), found));
    // link_person leads from the people to their items.
    return jdbc.sql(
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
        .list();
  }

  @Override
  public List<Place> pages(Question question, SearchRequest request, Rights rights) {
    return List.of();
  }

  /** What meets all parts of the question. */
  private List<Found> ranked(List<Asked> parts, String owner) {
    Map<UUID, Found> all = null;
    for (Asked part : namesFirst(parts)) {
      Map<UUID, Found> met = new HashMap<>();
      Collection<UUID> among = all == null ? null : all.keySet();
      meeting(part, owner, among)
          .forEach(found -> met.merge(found.id(), found, RegistryFinder::better));
      if (all != null) {
        met.keySet().retainAll(all.keySet());
        for (Found before : all.values()) {
          met.computeIfPresent(before.id(), (id, found) -> together(found, before));
        }
      }
      all = met;
    }
    return all == null ? List.of() : best(all);
  }

  /** Dates and parts of numbers are many people's: they choose among those who are named. */
  private static List<Asked> namesFirst(List<Asked> parts) {
    return parts.stream().sorted(Comparator.comparing(RegistryFinder::narrows)).toList();
  }

  private static boolean narrows(Asked part) {
    return switch (part) {
      case Asked.Number asked -> asked.mayBePart();
      case Date _, MaskedNumber _, Groups _, Asked.Sex _, Asked.Paper _ -> true;
      case CitizenNumber _, Han _, Mixed _, NamePattern _, Latin _, Words _ -> false;
    };
  }

  /**
   * @param among only these, or null for anybody
   */
  private List<Found> meeting(Asked part, String owner, @Nullable Collection<UUID> among) {
    return switch (part) {
      case CitizenNumber asked -> {
        List<Found> found = new ArrayList<>(numbers(owner, asked.forms()));
        found.addAll(nearNumbers(owner, asked.typed()));
        yield found;
      }
      case MaskedNumber asked ->
          ids(owner, asked.pattern().replace('?', '_').replace('*', '%'), Why.ID_PART, among);
      case Asked.Sex asked -> ofSex(owner, asked, among);
      case Asked.Paper _ ->
          among == null || !owner.equals("person_id")
              ? List.of()
              : among.stream().map(id -> new Found(id, Why.NAME, 0)).toList();
      case Groups asked -> {
        List<Found> found = new ArrayList<>(number(owner, asked.joined()));
        found.addAll(ranked(asked.keys(), owner));
        yield found;
      }
      case Date asked -> ids(owner, "______" + asked.digits() + "%", Why.BIRTH_DATE, among);
      case Asked.Number asked -> {
        List<Found> found = new ArrayList<>(number(owner, asked.key()));
        if (asked.mayBePart()) {
          found.addAll(ids(owner, "%" + asked.key(), Why.ID_PART, among));
        }
        if (BIRTH.matcher(asked.key()).matches()) {
          found.addAll(ids(owner, "______" + asked.key() + "%", Why.BIRTH_DATE, among));
        }
        found.addAll(employedByNumber(owner, asked.key()));
        yield found;
      }
      case Han asked -> {
        List<Found> found = new ArrayList<>(names(owner, asked));
        found.addAll(employed(owner, asked.name()));
        yield found;
      }
      case Mixed asked -> names(owner, new Han(asked.name(), asked.text(), asked.name()));
      case NamePattern asked -> patterns(owner, asked);
      case Latin asked -> {
        List<Found> found =
            new ArrayList<>(names(owner, new Han(asked.name(), asked.name(), asked.name())));
        found.addAll(initials(owner, asked.typed()));
        yield found;
      }
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
    if (!Numbers.digits(key).equals(key)) {
      found.addAll(numbers(owner, List.of(Numbers.digits(key))));
    }
    found.addAll(nearNumbers(owner, key));
    return found;
  }

  private List<Found> nearNumbers(String owner, String typed) {
    return numbers(owner, NearNumbers.of(typed)).stream()
        .filter(found -> found.why() == Why.CITIZEN_ID || found.why() == Why.INSURED_NUMBER)
        .map(found -> found(found.id(), Why.NEAR_MISS))
        .toList();
  }

  /** The reason for what bears a number of that kind. */
  static Why why(String kind) {
    if (kind.equals(Kind.CITIZEN_ID.word())) {
      return Why.CITIZEN_ID;
    }
    if (kind.equals(Kind.INSURED_NUMBER.word())) {
      return Why.INSURED_NUMBER;
    }
    return kind.equals(Kind.FILE_NUMBER.word()) ? Why.FILE_NUMBER : Why.IDENTIFIER;
  }

  private List<Found> ids(String owner, String pattern, Why why, @Nullable Collection<UUID> among) {
    return jdbc.sql(
            """
            select %1$s from identifier
            where kind = 'citizen-id' and value like :pattern and %1$s is not null
              and ended_at is null and %2$s
            limit :most
            """
                .formatted(
                    owner, among == null ? "true" : owner + " = any(cast(:among as uuid[]))"))
        .param("pattern", pattern)
        .param("among", among == null ? null : among.toArray(UUID[]::new), Types.ARRAY)
        .param("most", MOST)
        .query((row, n) -> found(row.getObject(1, UUID.class), why))
        .list();
  }

  private List<Found> ofSex(String owner, Asked.Sex asked, @Nullable Collection<UUID> among) {
    if (among == null || !owner.equals("person_id")) {
      return List.of();
    }
    return jdbc.sql("select id from person where id = any(cast(:among as uuid[])) and sex = :sex")
        .param("among", among.toArray(UUID[]::new))
        .param("sex", Track.word(asked.sex()))
        .query((row, n) -> new Found(row.getObject(1, UUID.class), Why.NAME, 0))
        .list();
  }

  private List<Found> employedByNumber(String owner, String key) {
    if (!owner.equals("person_id")) {
      return List.of();
    }
    return jdbc.sql( // by identifier_value
            """
            select e.person_id from identifier i join employment e on e.employer_id = i.employer_id
            where i.value = :value and i.ended_at is null
            limit :most
            """)
        .param("value", key)
        .param("most", MOST)
        .query((row, n) -> found(row.getObject(1, UUID.class), Why.EMPLOYER))
        .list();
  }

  private List<Found> names(String owner, Han asked) {
    Set<String> spellings = new TreeSet<>(Variants.spellings(asked.name()));
    spellings.add(asked.name());
    Set<String> near = new TreeSet<>();
    if (asked.length() > 1) {
      near.addAll(LookAlikes.of(asked.name()));
      near.addAll(NameKeys.exchanged(asked.name()));
    }
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
    if (!folded.contains(asked)) {
      return found(id, Why.NEAR_MISS);
    }
    Why why = kind.equals("former") ? Why.FORMER_NAME : Why.NAME;
    return new Found(id, why, folded.startsWith(asked) ? BEGINNING : PART);
  }

  /** The whole name by its first letters, or the beginning of a longer one. */
  private List<Found> initials(String owner, String typed) {
    Optional<String> pattern = InitialPattern.of(typed);
    if (pattern.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select %1$s, char_length(folded) = :length from name
            where folded ~ :pattern and %1$s is not null and ended_at is null
            order by char_length(folded) = :length desc, id
            limit :most
            """
                .formatted(owner))
        .param("pattern", pattern.get())
        .param("length", typed.length())
        .param("most", MOST)
        .query(
            (row, n) ->
                new Found(
                    row.getObject(1, UUID.class),
                    Why.INITIALS,
                    row.getBoolean(2) ? Why.INITIALS.score() : INITIALS_BEGINNING))
        .list();
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
    String plain = name.replaceAll("[%_\\\\]", "");
    return jdbc.sql(
            """
            select e.person_id, n.folded like :name as plain
            from name n join employment e on e.employer_id = n.employer_id
            where (n.folded like :name or n.folded like :short) and n.ended_at is null
            order by plain desc
            limit :most
            """)
        .param("name", "%" + plain + "%")
        .param(
            "short",
            "%" + (Employer.mayBeShort(plain) ? String.join("%", plain.split("")) : plain) + "%")
        .param("most", MOST)
        .query(
            (row, n) ->
                new Found(
                    row.getObject(1, UUID.class),
                    Why.EMPLOYER,
                    row.getBoolean(2) ? Why.EMPLOYER.score() : SHORT_EMPLOYER))
        .list();
  }

  private static Found found(UUID id, Why why) {
    return new Found(id, why, why.score());
  }

  /** How two keys are met: nearly, if one of them is; else as the better one. */
  private static Found together(Found one, Found other) {
    if (one.why() == Why.NEAR_MISS) {
      return one;
    }
    return other.why() == Why.NEAR_MISS ? other : better(one, other);
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
