package io.huodang.identity;

import static io.huodang.identity.Clue.*;

import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.InsuredNumber;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Compares a claimant with someone who is known, field by field. */
final class Comparing {
  private static final double ALIKE = 0.8;

  private Comparing() {}

  static Candidate compare(Claimant claimant, Known known) {
    Set<Clue> clues = EnumSet.noneOf(Clue.class);
    citizenId(claimant, known.citizenIds()).ifPresent(clues::add);
    Likeness name = Likeness.best(claimant.names(), known.names());
    if (!claimant.names().isEmpty() && !known.names().isEmpty()) {
      Likeness other = Likeness.best(claimant.otherNames(), known.names());
      clues.add(name(name, other));
    }
    insuredNumber(claimant, known).ifPresent(clues::add);
    LocalDate birth = known.birthDate();
    String read = claimant.birthDate();
    if (birth != null && read != null) {
      birthDate(read, birth).ifPresent(clues::add);
    }
    String employer = claimant.employer();
    if (employer != null && !known.employers().isEmpty()) {
      boolean same = known.employers().stream().anyMatch(one -> alike(employer, one));
      clues.add(same ? EMPLOYER_SAME : EMPLOYER_OTHER);
    }
    return new Candidate(known, clues, name);
  }

  private static Optional<Clue> citizenId(Claimant claimant, List<String> known) {
    if (known.isEmpty() || claimant.ids().isEmpty()) {
      return Optional.empty();
    }
    Optional<CitizenId> valid = claimant.citizenId();
    if (valid.isPresent() && known.contains(valid.get().value())) {
      return Optional.of(valid.get().hadCheck() ? CITIZEN_ID_SAME : CITIZEN_ID_SAME_OLD);
    }
    List<String> read =
        valid.map(id -> List.of(id.hadCheck() ? id.value() : oldForm(id))).orElse(claimant.ids());
    return Optional.of(
        pairs(read, known)
            .min(Comparator.comparingInt(Pair::slips).thenComparing(Pair::differsAtEnd))
            .map(
                pair ->
                    switch (pair.slips()) {
                      case 0, 1 ->
                          pair.differsAtEnd() ? CITIZEN_ID_ONE_SLIP_AT_END : CITIZEN_ID_ONE_SLIP;
                      case 2 -> CITIZEN_ID_TWO_SLIPS;
                      default -> valid.isPresent() ? CITIZEN_ID_OTHER : CITIZEN_ID_UNLIKE;
                    })
            .orElseThrow());
  }

  /** A number as read beside one as known. */
  private record Pair(String read, String known) {
    int slips() {
      return Slips.between(read, known);
    }

    /** Sequence and check of 18 digits, the sequence of 15, without the region and birth date. */
    boolean differsAtEnd() {
      int own = known.length() == 15 ? 3 : 4;
      return !read.endsWith(known.substring(Math.max(0, known.length() - own)));
    }
  }

  /** Every reading beside every number, also in its 15 digits where the reading has them. */
  private static Stream<Pair> pairs(List<String> read, List<String> known) {
    return known.stream()
        .flatMap(
            number ->
                Stream.concat(
                    read.stream().map(text -> new Pair(text, number)),
                    CitizenId.parse(number).flatMap(CitizenId::oldForm).stream()
                        .flatMap(
                            old ->
                                read.stream()
                                    .filter(text -> text.length() <= 16)
                                    .map(text -> new Pair(text, old)))));
  }

  private static String oldForm(CitizenId id) {
    return id.oldForm().orElse(id.value());
  }

  /** An alternative reading that fits counts for less than a reading. */
  private static Clue name(Likeness read, Likeness other) {
    return switch (read.degree()) {
      case SAME -> NAME_SAME;
      case NEAR -> NAME_NEAR;
      case PARTLY -> other.degree() == Likeness.Degree.SAME ? NAME_NEAR : NAME_PARTLY;
      case OTHER -> other.degree() == Likeness.Degree.SAME ? NAME_NEAR : NAME_OTHER;
    };
  }

  private static Optional<Clue> insuredNumber(Claimant claimant, Known known) {
    List<String> read = claimant.insuredNumbers().stream().map(InsuredNumber::value).toList();
    List<String> other = claimant.otherNumbers().stream().map(InsuredNumber::value).toList();
    if (read.isEmpty() || known.insuredNumbers().isEmpty() && known.hearsayNumbers().isEmpty()) {
      return Optional.empty();
    }
    if (read.stream().anyMatch(known.insuredNumbers()::contains)) {
      return Optional.of(INSURED_NUMBER_SAME);
    }
    if (read.stream().anyMatch(known.hearsayNumbers()::contains)
        || other.stream().anyMatch(known.insuredNumbers()::contains)) {
      return Optional.of(INSURED_NUMBER_OFFERED);
    }
    boolean near =
        known.insuredNumbers().stream()
            .anyMatch(
                number ->
                    Stream.concat(read.stream(), other.stream())
                        .anyMatch(text -> Slips.between(text, number) == 1));
    return Optional.of(near ? INSURED_NUMBER_ONE_SLIP : INSURED_NUMBER_OTHER);
  }

  private static Optional<Clue> birthDate(String read, LocalDate known) {
    String day = known.toString();
    if (read.length() < day.length()) {
      return day.startsWith(read) ? Optional.empty() : Optional.of(BIRTH_DATE_OTHER);
    }
    return Optional.of(
        switch (Slips.between(read, day)) {
          case 0 -> BIRTH_DATE_SAME;
          case 1 -> BIRTH_DATE_ONE_SLIP;
          default -> BIRTH_DATE_OTHER;
        });
  }

  /** Two names of one employer as a reader may have read them: four of five pairs of characters. */
  private static boolean alike(String read, String known) {
    if (read.equals(known)) {
      return true;
    }
    Set<String> a = pairs(read);
    Set<String> b = pairs(known);
    long shared = a.stream().filter(b::contains).count();
    return 2.0 * shared / Math.max(1, a.size() + b.size()) >= ALIKE;
  }

  private static Set<String> pairs(String text) {
    Set<String> pairs = new java.util.HashSet<>();
    for (int i = 0; i + 1 < text.length(); i++) {
      pairs.add(text.substring(i, i + 2));
    }
    return pairs;
  }
}
