package io.huodang.extraction;

import io.huodang.recognition.Area;
import io.huodang.recognition.Filter;
import io.huodang.recognition.Glyph;
import io.huodang.recognition.PageReader;
import io.huodang.recognition.ReadLine;
import io.huodang.recognition.ReadPage;
import io.huodang.vocabulary.CitizenId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads doubtful keys again, prepared in another way.
 *
 * <p>Two readings that agree are better evidence than one; a valid check character is better still.
 * A number that was only repaired to satisfy its check is offered as an alternative, never as the
 * value: one in six such repairs is wrong.
 */
final class SecondLook {
  private static final int MOST_ALTERNATIVES = 5;
  private static final double CERTAIN = 0.97;

  /** A reading without the form that its kind has must be that much surer to be preferred. */
  private static final double UNSOUND = 0.2;

  private static final double DOUBTFUL = 0.6;

  private final PageReader reader;

  SecondLook(PageReader reader) {
    this.reader = reader;
  }

  private record Vote(String value, double confidence, Filter filter) {}

  FieldReading settle(ReadPage page, FieldFinder.Found found) {
    return settle(page, found, fewestCharacters(page, found));
  }

  private FieldReading settle(ReadPage page, FieldFinder.Found found, int fewest) {
    List<Vote> votes = new ArrayList<>();
    votes.add(new Vote(found.value(), found.slot().confidence(), page.filter()));
    for (Filter filter : Filter.values()) {
      if (!isDoubtful(found.rule().kind(), votes, fewest)) {
        break;
      }
      if (filter != page.filter()) {
        again(page, found, filter).ifPresent(votes::add);
      }
    }
    return reading(page, found, votes, fewest);
  }

  /** Whether characters that stand there were not read. */
  private static boolean isShort(String value, int fewest) {
    return value.codePointCount(0, value.length()) < fewest;
  }

  /** The value alone; what was read surely is not read again, for a list has hundreds. */
  String settledQuickly(ReadPage page, FieldFinder.Found found) {
    int fewest = fewestCharacters(page, found);
    boolean sure =
        found.slot().confidence() >= CERTAIN
            && found.rule().kind().isSound(found.value())
            && !isShort(found.value(), fewest);
    return sure ? found.value() : settle(page, found, fewest).value();
  }

  private static int fewestCharacters(ReadPage page, FieldFinder.Found found) {
    return found.slot().fewestCharacters(page, found.rule().kind());
  }

  private static boolean isDoubtful(FieldKind kind, List<Vote> votes, int fewest) {
    return switch (kind) {
      case CITIZEN_ID -> votes.stream().noneMatch(vote -> kind.isSound(vote.value()));
      case INSURED_NUMBER -> {
        List<Vote> whole = whole(votes, fewest);
        yield whole.size() == distinct(whole).size();
      }
      case PERSON_NAME ->
          votes.size() > 1
              || !kind.isSound(votes.getFirst().value())
              || votes.getFirst().confidence() < CERTAIN
              || isShort(votes.getFirst().value(), fewest);
      case CREDIT_CODE -> votes.stream().noneMatch(vote -> kind.isSound(vote.value()));
      case DATE, CODE, SEX, TEXT -> false;
    };
  }

  private static List<Vote> whole(List<Vote> votes, int fewest) {
    return votes.stream().filter(vote -> !isShort(vote.value(), fewest)).toList();
  }

  private static Map<String, Double> distinct(List<Vote> votes) {
    Map<String, Double> weights = new LinkedHashMap<>();
    votes.forEach(vote -> weights.merge(vote.value(), vote.confidence(), Double::sum));
    return weights;
  }

  private Optional<Vote> again(ReadPage page, FieldFinder.Found found, Filter filter) {
    Slot slot = found.slot();
    List<Glyph> glyphs = new ArrayList<>();
    for (ReadLine line : slot.passage().lines()) {
      if (line.area().sharedHeight(slot.area()) > 0) {
        glyphs.addAll(reader.readAgain(page, line, filter));
      }
    }
    List<Glyph> value = sameSlot(slot, glyphs);
    String text = value.stream().map(Glyph::text).collect(Collectors.joining());
    double confidence = value.stream().mapToDouble(Glyph::confidence).average().orElse(0);
    return found.rule().kind().normalise(text).map(normal -> new Vote(normal, confidence, filter));
  }

  /** The glyphs behind the same label, else those in the same place. */
  private static List<Glyph> sameSlot(Slot slot, List<Glyph> glyphs) {
    String before = slot.passage().text().substring(0, slot.from());
    boolean toTheEnd = slot.to() == slot.passage().text().length();
    String text = glyphs.stream().map(Glyph::text).collect(Collectors.joining());
    if (toTheEnd && text.startsWith(before) && text.length() >= glyphs.size()) {
      int length = 0;
      for (int i = 0; i < glyphs.size(); i++) {
        if (length >= before.length()) {
          return glyphs.subList(i, glyphs.size());
        }
        length += glyphs.get(i).text().length();
      }
    }
    Area place = slot.area();
    return glyphs.stream()
        .filter(glyph -> place.contains(glyph.area().middleX(), place.middleY()))
        .toList();
  }

  private static FieldReading reading(
      ReadPage page, FieldFinder.Found found, List<Vote> votes, int fewest) {
    FieldKind kind = found.rule().kind();
    if (kind == FieldKind.PERSON_NAME && votes.size() > 1) {
      return name(page, found, votes, fewest);
    }
    Map<String, Double> weights = distinct(votes);
    String value =
        weights.entrySet().stream()
            .max(
                Comparator.comparingDouble(
                    vote ->
                        vote.getValue()
                            * (kind.isSound(vote.getKey()) ? 1 : UNSOUND)
                            * (isShort(vote.getKey(), fewest) ? UNSOUND : 1)))
            .orElseThrow()
            .getKey();
    boolean sound = kind.isSound(value);
    long agreeing = votes.stream().filter(vote -> vote.value().equals(value)).count();
    double read =
        votes.stream()
            .filter(vote -> vote.value().equals(value))
            .mapToDouble(Vote::confidence)
            .max()
            .orElse(0);
    boolean byFirst = votes.getFirst().value().equals(value);
    List<String> alternatives = new ArrayList<>(weights.keySet());
    alternatives.remove(value);
    if (kind == FieldKind.CITIZEN_ID && !sound) {
      repairs(value).filter(repair -> !alternatives.contains(repair)).forEach(alternatives::add);
    }
    return new FieldReading(
        found.rule().name(),
        value,
        confidence(kind, value, read, agreeing, votes.size())
            * (isShort(value, fewest) ? DOUBTFUL : 1),
        page.toMaster(found.slot().area()),
        source(found, byFirst),
        alternatives.stream().limit(MOST_ALTERNATIVES).toList());
  }

  /** A name that was read in several ways: chosen character by character. */
  private static FieldReading name(
      ReadPage page, FieldFinder.Found found, List<Vote> votes, int fewest) {
    List<NameVote.Choice> choices =
        NameVote.among(votes.stream().map(Vote::value).toList(), fewest);
    String value = choices.getFirst().name();
    List<String> alternatives =
        new ArrayList<>(choices.stream().map(NameVote.Choice::name).toList());
    votes.stream()
        .map(Vote::value)
        .filter(read -> !alternatives.contains(read))
        .forEach(alternatives::add);
    alternatives.remove(value);
    double read = votes.stream().mapToDouble(Vote::confidence).average().orElse(0);
    double sound = FieldKind.PERSON_NAME.isSound(value) && !isShort(value, fewest) ? 1 : DOUBTFUL;
    return new FieldReading(
        found.rule().name(),
        value,
        Math.round(read * sound * choices.getFirst().confidence() * 1000) / 1000.0,
        page.toMaster(found.slot().area()),
        source(found, votes.getFirst().value().equals(value)),
        alternatives.stream().limit(MOST_ALTERNATIVES).toList());
  }

  private static String source(FieldFinder.Found found, boolean byFirst) {
    List<ReadLine> lines = found.slot().passage().lines();
    return !lines.isEmpty() && lines.stream().allMatch(ReadLine::isPrinted)
        ? "text-layer"
        : byFirst ? "ocr" : "second-pass";
  }

  private static double confidence(
      FieldKind kind, String value, double read, long agreeing, int votes) {
    double confidence =
        switch (kind) {
          case CITIZEN_ID -> kind.isSound(value) ? Math.max(read, 0.99) : read * 0.5;
          case PERSON_NAME -> kind.isSound(value) ? read : read * 0.6;
          case INSURED_NUMBER, CREDIT_CODE ->
              agreeing >= 2 ? read : votes > 1 ? read * 0.6 : read * 0.8;
          case DATE, CODE, SEX, TEXT -> read;
        };
    return Math.round(Math.clamp(confidence, 0, 1) * 1000) / 1000.0;
  }

  /** Valid numbers that differ in one digit, commonly mistaken digits first. */
  private static Stream<String> repairs(String value) {
    if (value.length() != 18) {
      return Stream.empty();
    }
    List<String> repairs = new ArrayList<>();
    for (int i = 0; i < 18; i++) {
      for (char c : (i == 17 ? "0123456789X" : "0123456789").toCharArray()) {
        String candidate = value.substring(0, i) + c + value.substring(i + 1);
        if (!candidate.equals(value) && CitizenId.parse(candidate).isPresent()) {
          boolean common = Confusions.isCommon(value.charAt(i), c);
          repairs.add(common ? 0 : repairs.size(), candidate);
        }
      }
    }
    return repairs.stream();
  }
}
