package io.huodang.extraction;

import io.huodang.recognition.Area;
import io.huodang.recognition.Filter;
import io.huodang.recognition.Glyph;
import io.huodang.recognition.PageReader;
import io.huodang.recognition.ReadLine;
import io.huodang.recognition.ReadPage;
import io.huodang.vocabulary.CitizenId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads doubtful keys again, prepared in another way.
 *
 * <p>Two readings that agree are better evidence than one; a valid check character is better still.
 * A number that was only repaired to satisfy its check is offered as an alternative, never as the
 * value: one in six such repairs is wrong.
 */
final class SecondLook {
  private static final int MOST_ALTERNATIVES = 5;

  private final PageReader reader;

  SecondLook(PageReader reader) {
    this.reader = reader;
  }

  private record Vote(String value, double confidence, boolean first) {}

  FieldReading settle(ReadPage page, FieldFinder.Found found) {
    List<Vote> votes = new ArrayList<>();
    votes.add(new Vote(found.value(), found.slot().confidence(), true));
    for (Filter filter : Filter.values()) {
      if (!isDoubtful(found.rule().kind(), votes)) {
        break;
      }
      if (filter != page.filter()) {
        again(page, found, filter).ifPresent(votes::add);
      }
    }
    return reading(page, found, votes);
  }

  private static boolean isDoubtful(FieldKind kind, List<Vote> votes) {
    return switch (kind) {
      case CITIZEN_ID -> votes.stream().noneMatch(vote -> kind.isSound(vote.value()));
      case INSURED_NUMBER -> votes.size() == distinct(votes).size();
      case PERSON_NAME, CREDIT_CODE -> votes.size() == 1;
      case DATE, CODE, TEXT -> false;
    };
  }

  private static Map<String, Double> distinct(List<Vote> votes) {
    Map<String, Double> weights = new LinkedHashMap<>();
    votes.forEach(vote -> weights.merge(vote.value(), vote.confidence(), Double::sum));
    return weights;
  }

  private Optional<Vote> again(ReadPage page, FieldFinder.Found found, Filter filter) {
    Area place = found.slot().area();
    StringBuilder text = new StringBuilder();
    List<Double> confidences = new ArrayList<>();
    for (ReadLine line : found.slot().passage().lines()) {
      if (line.area().sharedHeight(place) <= 0) {
        continue;
      }
      for (Glyph glyph : reader.readAgain(page, line, filter)) {
        if (place.contains(glyph.area().middleX(), place.middleY())) {
          text.append(glyph.text());
          confidences.add(glyph.confidence());
        }
      }
    }
    return found
        .rule()
        .kind()
        .normalise(text.toString())
        .map(
            value ->
                new Vote(
                    value,
                    confidences.stream().mapToDouble(Double::doubleValue).average().orElse(0),
                    false));
  }

  private static FieldReading reading(ReadPage page, FieldFinder.Found found, List<Vote> votes) {
    FieldKind kind = found.rule().kind();
    Map<String, Double> weights = distinct(votes);
    String best =
        weights.entrySet().stream()
            .max(Map.Entry.comparingByValue((a, b) -> Double.compare(a, b)))
            .orElseThrow()
            .getKey();
    Optional<String> sound = votes.stream().map(Vote::value).filter(kind::isSound).findFirst();
    String value = kind == FieldKind.CITIZEN_ID && sound.isPresent() ? sound.get() : best;
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
    if (kind == FieldKind.CITIZEN_ID && sound.isEmpty()) {
      repairs(value).filter(repair -> !alternatives.contains(repair)).forEach(alternatives::add);
    }
    return new FieldReading(
        found.rule().name(),
        value,
        confidence(kind, value, read, agreeing, votes.size()),
        page.toMaster(found.slot().area()),
        byFirst ? "ocr" : "second-pass",
        alternatives.stream().limit(MOST_ALTERNATIVES).toList());
  }

  private static double confidence(
      FieldKind kind, String value, double read, long agreeing, int votes) {
    double confidence =
        switch (kind) {
          case CITIZEN_ID -> kind.isSound(value) ? Math.max(read, 0.99) : read * 0.5;
          case INSURED_NUMBER, PERSON_NAME, CREDIT_CODE ->
              agreeing >= 2 ? read : votes > 1 ? read * 0.6 : read * 0.8;
          case DATE, CODE, TEXT -> read;
        };
    return Math.round(Math.clamp(confidence, 0, 1) * 1000) / 1000.0;
  }

  /** Valid numbers that differ in one digit, commonly mistaken digits first. */
  private static java.util.stream.Stream<String> repairs(String value) {
    if (value.length() != 18) {
      return java.util.stream.Stream.empty();
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
