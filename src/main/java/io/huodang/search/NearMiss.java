package io.huodang.search;

import io.huodang.catalog.Identifier.Kind;
import io.huodang.catalog.Name;
import io.huodang.catalog.Person;
import io.huodang.search.Asked.CitizenNumber;
import io.huodang.search.Asked.Groups;
import io.huodang.search.Asked.Han;
import io.huodang.search.Difference.How;
import io.huodang.search.Difference.In;
import io.huodang.search.NearNumbers.Slip;
import io.huodang.vocabulary.PersonName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells how a person who was found by a near miss differs from what was typed. */
final class NearMiss {
  private static final int SHOWN_BEFORE = 6;
  private static final int SHOWN_BEHIND = 4;

  private NearMiss() {}

  /** The smallest difference between the question and the person; empty when none can be told. */
  static Optional<Difference> of(Question question, Found found, Person person) {
    return nearly(question, found).flatMap(part -> of(part, person).stream()).findFirst();
  }

  /** What of the question may be only nearly met. */
  private static Stream<Asked> nearly(Question question, Found found) {
    if (found.keys().isEmpty()) {
      return Stream.concat(question.parts().stream(), Stream.ofNullable(question.whole()));
    }
    return found.keys().stream()
        .filter(met -> met.why() == Why.NEAR_MISS)
        .map(met -> question.parts().get(met.key()));
  }

  private static Optional<Difference> of(Asked part, Person person) {
    return switch (part) {
      case CitizenNumber asked -> number(asked.typed(), person);
      case Asked.Number asked -> number(asked.key(), person);
      case Han asked ->
          person.names().stream()
              .map(Name::value)
              .flatMap(name -> name(asked.name(), name).stream())
              .min((one, other) -> one.at().size() - other.at().size());
      case Groups asked -> number(asked.joined(), person);
      case Asked.MaskedNumber _,
          Asked.Date _,
          Asked.NamePattern _,
          Asked.Mixed _,
          Asked.Sex _,
          Asked.Paper _,
          Asked.Words _ ->
          Optional.empty();
      case Asked.Latin asked ->
          person.names().stream()
              .map(Name::value)
              .flatMap(name -> heard(asked.typed(), name).stream())
              .findFirst();
    };
  }

  private static Optional<Difference> name(String typed, String written) {
    int[] asked = typed.codePoints().toArray();
    int[] value = written.codePoints().toArray();
    List<Integer> places = new ArrayList<>();
    StringBuilder compared = new StringBuilder();
    for (int i = 0; i < value.length; i++) {
      String folded = PersonName.fold(Character.toString(value[i]));
      if (folded.codePointCount(0, folded.length()) == 1) {
        places.add(i);
        compared.append(folded);
      }
    }
    int[] borne = compared.codePoints().toArray();
    if (Parts.together(typed).stream()
        .anyMatch(name -> Variants.fold(name).equals(Variants.fold(compared.toString())))) {
      int at = 0;
      while (at + 1 < borne.length && Variants.same(asked[at], borne[at])) {
        at++;
      }
      return Optional.of(new Difference(In.NAME, How.LOOK_ALIKE, written, List.of(places.get(at))));
    }
    if (borne.length != asked.length) {
      return length(asked, borne)
          .map(
              at ->
                  borne.length > asked.length
                      ? new Difference(
                          In.NAME, How.CHARACTER_LEFT_OUT, written, List.of(places.get(at)))
                      : new Difference(In.NAME, How.CHARACTER_TOO_MANY, written, List.of()));
    }
    List<Integer> at = new ArrayList<>();
    boolean alike = true;
    for (int i = 0; i < borne.length; i++) {
      if (!Variants.same(asked[i], borne[i])) {
        at.add(places.get(i));
        alike &=
            LookAlikes.alike(asked[i], Variants.first(borne[i]))
                || Parts.ofOrWith(Character.toString(asked[i]))
                    .contains(Character.toString(borne[i]));
      }
    }
    How how = how(typed, compared.toString(), alike);
    return at.isEmpty() || (at.size() == borne.length && how != How.EXCHANGED)
        ? Optional.empty()
        : Optional.of(new Difference(In.NAME, how, written, at));
  }

  /** Where one of two names has one character more, if it differs in nothing else. */
  private static Optional<Integer> length(int[] one, int[] other) {
    int[] shorter = one.length < other.length ? one : other;
    int[] longer = one.length < other.length ? other : one;
    if (longer.length != shorter.length + 1) {
      return Optional.empty();
    }
    int at = 0;
    while (at < shorter.length && Variants.same(shorter[at], longer[at])) {
      at++;
    }
    for (int i = at; i < shorter.length; i++) {
      if (!Variants.same(shorter[i], longer[i + 1])) {
        return Optional.empty();
      }
    }
    return Optional.of(at);
  }

  /** Letters that say how a name is said here, not how it is spelt. */
  private static Optional<Difference> heard(String typed, String written) {
    return Pinyin.heard(Pinyin.full(PersonName.fold(written))).contains(Pinyin.heard(typed))
        ? Optional.of(new Difference(In.NAME, How.SIMILAR_SOUND, written, List.of()))
        : Optional.empty();
  }

  private static How how(String typed, String borne, boolean alike) {
    Set<String> sounds = Pinyin.full(typed);
    Set<String> borneSounds = Pinyin.full(borne);
    if (borneSounds.stream().anyMatch(sounds::contains)) {
      return How.SAME_SOUND;
    }
    if (NameKeys.exchanged(Variants.fold(typed)).contains(Variants.fold(borne))) {
      return How.EXCHANGED;
    }
    if (Pinyin.heard(borneSounds).stream().anyMatch(Pinyin.heard(sounds)::contains)) {
      return How.SIMILAR_SOUND;
    }
    return alike ? How.LOOK_ALIKE : How.OTHER;
  }

  private static Optional<Difference> number(String typed, Person person) {
    List<String> ids = Numbers.forms(person.values(Kind.CITIZEN_ID));
    return Stream.concat(
            ids.stream().flatMap(id -> citizenId(typed, id).stream()),
            person.values(Kind.INSURED_NUMBER).stream()
                .flatMap(number -> insuredNumber(typed, number).stream()))
        .findFirst();
  }

  /** What is hidden of an ID stays so, and so does the place where it differs there. */
  private static Optional<Difference> citizenId(String typed, String id) {
    return NearNumbers.between(typed, id)
        .map(
            found ->
                new Difference(
                    In.CITIZEN_ID,
                    How.of(found.slip()),
                    Masking.mask(id),
                    places(found).stream()
                        .filter(at -> at < SHOWN_BEFORE || at >= id.length() - SHOWN_BEHIND)
                        .toList()));
  }

  private static Optional<Difference> insuredNumber(String typed, String number) {
    return NearNumbers.between(typed, Numbers.key(number))
        .map(
            found ->
                new Difference(
                    In.INSURED_NUMBER,
                    How.of(found.slip()),
                    number,
                    Numbers.key(number).equals(number) ? places(found) : List.of()));
  }

  private static List<Integer> places(NearNumbers.Found found) {
    return found.slip() == Slip.EXCHANGED
        ? List.of(found.at(), found.at() + 1)
        : List.of(found.at());
  }
}
