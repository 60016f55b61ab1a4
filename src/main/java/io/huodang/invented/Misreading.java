package io.huodang.invented;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a reader makes of a form about someone: fields that the form does not have, digits taken for
 * others as engines take them under seals and folds, dropped and doubled ones, characters of names
 * read as others or unknown to the reader at all.
 */
public final class Misreading {
  /** Digits and what they are read as, most often first; measured on damaged pages. */
  private static final Map<Character, String> DIGITS =
      Map.of(
          '0', "868", '1', "747", '2', "7", '3', "585", '4', "1119", '5', "336", '6', "858", '7',
          "121", '8', "306", '9', "554");

  /** Characters that are in names and in no trained data. */
  private static final String UNREADABLE = "喆翀祎璟昇玥";

  private static final List<String> CHARACTERS =
      List.of(
          "国", "军", "民", "华", "明", "平", "林", "生", "英", "芳", "囯", "吉", "伟", "丽", "玉", "海", "木", "日");

  /** Nobody born since has a number of 15 digits. */
  private static final LocalDate EIGHTEEN_DIGITS = LocalDate.of(1999, 10, 1);

  private final Draw draw;
  private final double damage;

  /**
   * @param damage how often a digit or character is misread: 0.01 on clean pages, 0.05 under a seal
   */
  public Misreading(Draw draw, double damage) {
    this.draw = draw;
    this.damage = damage;
  }

  /**
   * Values by field, each followed by its alternatives; fields that could not be read are absent.
   */
  public Map<String, List<String>> of(Person person) {
    Map<String, List<String>> read = new LinkedHashMap<>();
    put(read, 0.97, "personName", this::name, person.name());
    put(
        read,
        0.8,
        "citizenId",
        this::digits,
        draw.chance(0.15) && person.birth().isBefore(EIGHTEEN_DIGITS)
            ? person.oldCitizenId()
            : person.citizenId());
    put(read, 0.7, "insuredNumber", this::digits, person.insuredNumber());
    put(read, 0.5, "birthDate", this::date, person.birth().toString());
    put(read, 0.6, "employerName", this::text, person.employer().name());
    return read;
  }

  private void put(
      Map<String, List<String>> read,
      double often,
      String field,
      java.util.function.UnaryOperator<String> misread,
      String printed) {
    if (!draw.chance(often)) {
      return;
    }
    List<String> values = new ArrayList<>(List.of(misread.apply(printed)));
    if (!values.getFirst().equals(printed) && draw.chance(0.4)) {
      values.add(misread.apply(printed));
    }
    read.put(field, values);
  }

  private String digits(String printed) {
    StringBuilder read = new StringBuilder();
    for (char c : printed.toCharArray()) {
      if (draw.chance(damage * 0.1)) {
        continue;
      }
      read.append(draw.chance(damage) ? taken(c) : c);
      if (draw.chance(damage * 0.1)) {
        read.append(c);
      }
    }
    return read.toString();
  }

  private char taken(char digit) {
    String often = DIGITS.get(digit);
    return often == null || draw.chance(0.2)
        ? (char) ('0' + draw.between(0, 9))
        : often.charAt(draw.between(0, often.length() - 1));
  }

  /** A date that is none is not read at all; one that could be is. */
  private String date(String printed) {
    String read = digits(printed.replace("-", ""));
    if (read.length() != 8) {
      return printed;
    }
    String date = read.substring(0, 4) + "-" + read.substring(4, 6) + "-" + read.substring(6);
    return date.matches("(19|20)\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d)") ? date : printed;
  }

  private String name(String printed) {
    StringBuilder read = new StringBuilder();
    printed
        .codePoints()
        .forEach(
            c -> {
              boolean unknown = UNREADABLE.indexOf(c) >= 0;
              if (unknown || draw.chance(3 * damage)) {
                read.append(draw.one(CHARACTERS));
              } else {
                read.appendCodePoint(c);
              }
              if (unknown && draw.chance(0.3)) {
                read.append(draw.one(CHARACTERS));
              }
            });
    return read.toString();
  }

  private String text(String printed) {
    StringBuilder read = new StringBuilder();
    printed
        .codePoints()
        .forEach(
            c -> read.append(draw.chance(damage) ? draw.one(CHARACTERS) : Character.toString(c)));
    return read.toString();
  }
}
