package io.huodang.cli;

import io.huodang.extraction.PageOutcome;
import io.huodang.recognition.Sureness;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page as a person looks at how it was read, or a file that has none.
 *
 * @param file its name, apart from others
 * @param page from 1; 0 for a file without pages
 * @param state {@code ok}, {@code flagged} or {@code quarantined}
 * @param reason countable, null when there is nothing to tell
 * @param read what came of it; null when nothing did
 * @param trueType what it is, null when nobody told
 * @param damage what happened to it, null when nobody told
 * @param steps links to the pictures of the steps
 * @param missed ID numbers of a list that stand in none of the rows
 */
public record SeenPage(
    String file,
    int page,
    String state,
    @Nullable String reason,
    PageOutcome.@Nullable Read read,
    @Nullable String trueType,
    @Nullable String damage,
    List<Step> steps,
    List<Value> values,
    List<Row> rows,
    List<String> missed) {
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  /** A picture of a step: its name, for example {@code 4-grid}, and where it lies. */
  public record Step(String name, String link) {}

  /** Something that was done, or measured. */
  public record Parameter(String name, String value) {}

  /**
   * A value that was read, that should have been, or both.
   *
   * @param value empty when nothing was read
   * @param picture link to a piece of the page, null when there is none
   * @param truth null when nobody told
   * @param differences between both, when they differ
   */
  public record Value(
      String name,
      String value,
      double confidence,
      String source,
      List<String> alternatives,
      @Nullable String picture,
      @Nullable String truth,
      Verdict verdict,
      List<Difference.Run> differences) {

    public Sureness sureness() {
      return Sureness.of(confidence);
    }

    public boolean doubtful() {
      return !value.isEmpty() && isDoubtful(confidence);
    }
  }

  /**
   * A row of a list.
   *
   * @param truth the ID number that stands there, null when nobody told
   */
  public record Row(
      int number,
      @Nullable String personName,
      @Nullable String citizenId,
      @Nullable String insuredNumber,
      double confidence,
      @Nullable String picture,
      @Nullable String truth,
      Verdict verdict,
      List<Difference.Run> differences) {

    public Sureness sureness() {
      return Sureness.of(confidence);
    }

    public boolean doubtful() {
      return isDoubtful(confidence);
    }
  }

  /** What comes of holding a value against the truth. */
  public enum Verdict {
    RIGHT,
    WRONG,
    /** It is there, and was not read. */
    MISSED,
    /** It was read, and is not there. */
    INVENTED,
    /** Nobody told the truth. */
    UNTOLD;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public boolean bad() {
      return this == WRONG || this == MISSED || this == INVENTED;
    }
  }

  static boolean isDoubtful(double confidence) {
    return confidence < Sureness.LIKELY.from();
  }

  /** Whether the reading differs from the truth anywhere. */
  public boolean wrong() {
    return !missed.isEmpty()
        || !typeRight()
        || values.stream().anyMatch(value -> value.verdict.bad())
        || rows.stream().anyMatch(row -> row.verdict.bad());
  }

  /** Whether a person should look at it. */
  public boolean doubtful() {
    return !state.equals("ok")
        || values.stream().anyMatch(Value::doubtful)
        || rows.stream().anyMatch(Row::doubtful);
  }

  /** Whether it was told to be what it is; true when nobody knows. */
  public boolean typeRight() {
    String told = read == null ? null : read.documentType();
    return trueType == null
        || (told == null ? trueType.equals(Reading.UNKNOWN) : trueType.equals(told));
  }

  /** What was measured on the page and done to it, every parameter by its name. */
  public List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    if (read != null && read.condition() != null) {
      collect(JsonMapper.shared().valueToTree(read.condition()), parameters);
    }
    return parameters;
  }

  private static void collect(JsonNode node, List<Parameter> into) {
    node.forEachEntry(
        (name, value) -> {
          if (value.isObject()) {
            collect(value, into);
          } else if (!value.isEmpty() || value.isValueNode()) {
            into.add(new Parameter(name, written(value)));
          }
        });
  }

  private static String written(JsonNode value) {
    if (value.isContainer()) {
      String apart = value.isArray() ? ", " : " ";
      return value.valueStream().map(SeenPage::written).collect(Collectors.joining(apart));
    }
    return value.isNumber()
        ? value.decimalValue().round(FOUR_DIGITS).stripTrailingZeros().toPlainString()
        : value.asString().toLowerCase(Locale.ROOT);
  }
}
