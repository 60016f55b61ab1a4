package io.huodang.search;

import static io.huodang.search.Clauses.all;
import static io.huodang.search.Clauses.best;
import static io.huodang.search.Clauses.fits;
import static io.huodang.search.Clauses.is;
import static io.huodang.search.Clauses.isOneOf;
import static io.huodang.search.Clauses.says;
import static io.huodang.search.Clauses.saysWithGaps;
import static io.huodang.search.Clauses.startsWith;
import static io.huodang.search.Clauses.tier;
import static io.huodang.search.Clauses.unscored;
import static io.huodang.search.Shades.AS_FORMER;
import static io.huodang.search.Shades.AS_WRITTEN;
import static io.huodang.search.Shades.BORN;
import static io.huodang.search.Shades.FEW_IN_QUESTION;
import static io.huodang.search.Shades.FORMER_PATTERN;
import static io.huodang.search.Shades.INITIALS_BEGINNING;
import static io.huodang.search.Shades.NUMBER_BEGINNING;
import static io.huodang.search.Shades.OTHER_ZEROS;
import static io.huodang.search.Shades.PINYIN_BEGINNING;
import static io.huodang.search.Shades.SHORT_EMPLOYER;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.huodang.search.Asked.CitizenNumber;
import io.huodang.search.Asked.Date;
import io.huodang.search.Asked.Groups;
import io.huodang.search.Asked.Han;
import io.huodang.search.Asked.Latin;
import io.huodang.search.Asked.MaskedNumber;
import io.huodang.search.Asked.Mixed;
import io.huodang.search.Asked.NamePattern;
import io.huodang.search.Asked.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How a part of a question is asked for in each index: every way to meet it, with its score. */
final class PartClauses {

  /**
   * Of ways in which a whole crowd may be found: thousands work for one employer, are born in one
   * year, live where IDs begin alike. They are asked for one by one, in the order of the index, so
   * that the first that fit are the answer, and all the others need not be looked at.
   */
  private static final Set<Double> OF_CROWDS =
      Set.of(
          PINYIN_BEGINNING,
          INITIALS_BEGINNING,
          BORN,
          (double) Why.ID_PART.score(),
          (double) Why.BIRTH_DATE.score(),
          NUMBER_BEGINNING,
          (double) Why.EMPLOYER.score(),
          SHORT_EMPLOYER,
          (double) Why.TITLE.score(),
          (double) Why.LOCATION.score());

  private PartClauses() {}

  /** All but what only comes near. */
  static List<Query> notNear(List<Query> clauses) {
    return clauses.stream().filter(clause -> !Clauses.isTier(clause, Why.NEAR_MISS)).toList();
  }

  /** Whether it is a way of {@link #OF_CROWDS}. */
  static boolean isOfCrowd(Query clause) {
    return OF_CROWDS.contains(Clauses.score(clause));
  }

  /** People. */
  static List<Query> person(Asked part) {
    return switch (part) {
      case CitizenNumber asked -> {
        List<Query> clauses = citizen(asked);
        clauses.add(tier(Why.IDENTIFIER, isOneOf("otherNumbers", asked.forms())));
        yield clauses;
      }
      case MaskedNumber asked -> List.of(tier(Why.ID_PART, hidden(asked)));
      case Asked.Number asked -> personNumber(asked);
      case Groups asked -> {
        List<Query> clauses =
            asked.joined().isEmpty()
                ? new ArrayList<>()
                : personNumber(new Asked.Number(asked.joined()));
        clauses.add(all(asked.keys().stream().map(key -> best(person(key))).toList()));
        yield clauses;
      }
      case Date asked -> {
        List<Query> clauses = new ArrayList<>();
        clauses.add(tier(Why.BIRTH_DATE, BORN, is("birth", asked.digits())));
        clauses.add(tier(Why.ID_PART, is("idParts", asked.text())));
        yield clauses;
      }
      case Asked.Sex asked -> List.of(unscored(is("sex", Track.word(asked.sex()))));
      case Asked.Paper asked -> List.of(unscored(Query.of(q -> q.matchAll(m -> m))));
      case Mixed asked -> NameClauses.of(asked);
      case Han asked -> {
        List<Query> clauses = new ArrayList<>(NameClauses.of(asked));
        clauses.add(tier(Why.NAME, AS_WRITTEN, is("writtenNames", asked.written())));
        clauses.add(
            tier(
                Why.FORMER_NAME,
                asked.former() ? AS_FORMER : Why.FORMER_NAME.score(),
                is("formerNames", asked.name())));
        if (asked.length() > 1) {
          clauses.addAll(employer(asked.text()));
        }
        yield clauses;
      }
      case NamePattern asked -> {
        List<Query> clauses = new ArrayList<>(NameClauses.of(asked));
        clauses.add(tier(Why.FORMER_NAME, FORMER_PATTERN, fits("formerNames", asked.pattern())));
        yield clauses;
      }
      case Latin asked -> NameClauses.of(asked);
      case Words asked -> {
        List<Query> clauses = employer(asked.text());
        clauses.add(tier(Why.IDENTIFIER, isOneOf("otherNumbers", Numbers.keys(asked.text()))));
        yield clauses;
      }
    };
  }

  /** Items, by what stands on them. */
  static List<Query> item(Asked part) {
    return switch (part) {
      case CitizenNumber asked -> citizen(asked);
      case MaskedNumber asked ->
          asked.end().isPresent()
              ? List.of()
              : List.of(tier(Why.ID_PART, fits("citizenIds", asked.pattern())));
      case Asked.Number asked -> {
        List<Query> clauses = number(asked.key());
        clauses.add(tier(Why.FILE_NUMBER, is("fileNumber", asked.key())));
        clauses.add(tier(Why.IDENTIFIER, is("numbers", asked.key())));
        clauses.add(shelved(asked.key()));
        yield clauses;
      }
      case Groups asked -> {
        List<Query> clauses =
            asked.joined().isEmpty() ? new ArrayList<>() : item(new Asked.Number(asked.joined()));
        clauses.add(all(asked.keys().stream().map(key -> best(item(key))).toList()));
        yield clauses;
      }
      case Date asked -> List.of(tier(Why.TITLE, says("title", asked.text())));
      case Asked.Sex asked -> List.of();
      case Asked.Paper asked -> List.of(tier(Why.TITLE, says("title", asked.text())));
      case Mixed asked -> {
        List<Query> clauses = new ArrayList<>(NameClauses.of(asked));
        clauses.add(shelved(asked.text()));
        yield clauses;
      }
      case Han asked -> {
        List<Query> clauses = new ArrayList<>(NameClauses.of(asked));
        clauses.add(tier(Why.TITLE, says("title", asked.text())));
        clauses.add(shelved(asked.text()));
        yield clauses;
      }
      case NamePattern asked -> NameClauses.of(asked);
      case Latin asked -> NameClauses.of(asked);
      case Words asked ->
          List.of(
              tier(Why.FILE_NUMBER, is("fileNumber", Numbers.key(asked.text()))),
              tier(Why.IDENTIFIER, isOneOf("numbers", Numbers.keys(asked.text()))),
              tier(Why.TITLE, says("title", asked.text())),
              shelved(asked.text()));
    };
  }

  private static Query shelved(String location) {
    return tier(Why.LOCATION, is("locations", Numbers.key(location)));
  }

  /** Pages. */
  static Query text(Asked part) {
    return switch (part) {
      case CitizenNumber asked -> isOneOf("numbers", asked.forms());
      case MaskedNumber asked ->
          asked.end().isPresent() ? best(List.of()) : fits("numbers", asked.pattern());
      case Asked.Number asked -> is("numbers", asked.key());
      case Groups asked ->
          best(
              List.of(
                  is("numbers", asked.joined()),
                  all(asked.keys().stream().map(PartClauses::text).toList())));
      case Date asked -> best(List.of(is("numbers", asked.digits()), says("text", asked.text())));
      case Asked.Sex asked -> says("text", asked.text());
      case Asked.Paper asked -> says("text", asked.text());
      case Han asked -> says("text", asked.text());
      case Mixed asked -> says("text", asked.text());
      case NamePattern asked -> best(List.of());
      case Latin asked -> says("text", asked.name());
      case Words asked -> says("text", asked.text());
    };
  }

  /** An end alone by a key of its own: the ends of all numbers would have to be looked through. */
  private static Query hidden(MaskedNumber asked) {
    return asked
        .end()
        .map(end -> all(List.of(is("idParts", Numbers.hiddenBefore(end)), is("idParts", end))))
        .orElseGet(() -> fits("citizenIds", asked.pattern()));
  }

  private static List<Query> citizen(CitizenNumber asked) {
    List<Query> clauses = new ArrayList<>();
    clauses.add(tier(Why.CITIZEN_ID, isOneOf("citizenIds", asked.forms())));
    clauses.add(tier(Why.INSURED_NUMBER, isOneOf("insuredNumbers", asked.forms())));
    clauses.addAll(near(asked.typed(), "citizenIds"));
    return clauses;
  }

  /** A wrong digit leaves many numbers in question, every other slip few: these are likelier. */
  private static List<Query> near(String typed, String field) {
    Set<String> near = NearNumbers.of(typed);
    if (near.isEmpty()) {
      return List.of();
    }
    Set<String> few = NearNumbers.ofOtherSlips(typed);
    return List.of(
        tier(Why.NEAR_MISS, FEW_IN_QUESTION, isOneOf(field, few)),
        tier(Why.NEAR_MISS, isOneOf(field, near)));
  }

  private static List<Query> personNumber(Asked.Number asked) {
    List<Query> clauses = number(asked.key());
    clauses.add(tier(Why.IDENTIFIER, is("otherNumbers", asked.key())));
    clauses.add(tier(Why.EMPLOYER, is("employerNumbers", asked.key())));
    if (asked.mayBeDate()) {
      clauses.add(tier(Why.BIRTH_DATE, is("birth", asked.key())));
    }
    if (asked.mayBePart()) {
      clauses.add(tier(Why.ID_PART, is("idParts", asked.key())));
    }
    return clauses;
  }

  /** By its name or a part of it, or as people shorten it. */
  private static List<Query> employer(String text) {
    List<Query> clauses = new ArrayList<>(List.of(tier(Why.EMPLOYER, says("employers", text))));
    if (Employer.mayBeShort(text)) {
      clauses.add(
          tier(
              Why.EMPLOYER,
              SHORT_EMPLOYER,
              saysWithGaps("employers", text, Employer.mostLeftOut(text))));
    }
    return clauses;
  }

  private static List<Query> number(String key) {
    List<Query> clauses = new ArrayList<>();
    clauses.add(tier(Why.INSURED_NUMBER, is("insuredNumbers", key)));
    if (key.length() >= Numbers.SHORTEST_BEGINNING) {
      clauses.add(tier(Why.ID_PART, NUMBER_BEGINNING, startsWith("citizenIds", key)));
      clauses.add(tier(Why.INSURED_NUMBER, NUMBER_BEGINNING, startsWith("insuredNumbers", key)));
    }
    String digits = Numbers.digits(key);
    if (!digits.equals(key)) {
      clauses.add(tier(Why.INSURED_NUMBER, OTHER_ZEROS, is("insuredNumbers", digits)));
    }
    Set<String> otherZeros = Numbers.otherZeros(key);
    if (!otherZeros.isEmpty()) {
      clauses.add(tier(Why.INSURED_NUMBER, OTHER_ZEROS, isOneOf("insuredNumbers", otherZeros)));
    }
    clauses.addAll(near(key, "insuredNumbers"));
    clauses.addAll(near(key, "citizenIds"));
    return clauses;
  }
}
