package io.huodang.invented;

import io.huodang.vocabulary.CitizenId;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A person who does not exist, with numbers that nobody can have.
 *
 * @param formerName 曾用名, null for most
 * @param workStart when first employed
 */
public record Person(
    String name,
    @Nullable String formerName,
    String citizenId,
    String insuredNumber,
    String sex,
    String nation,
    LocalDate birth,
    Place place,
    String address,
    String phone,
    Employer employer,
    YearMonth workStart,
    String bankAccount) {

  static Person from(Draw draw, Employer employer) {
    boolean woman = draw.chance(0.5);
    LocalDate birth =
        LocalDate.of(draw.between(1946, 1999), draw.between(1, 12), 1)
            .plusDays(draw.between(0, 27));
    Place place = draw.oneOfRanked(Place.ALL);
    int serial = 2 * draw.between(0, 497) + (woman ? 2 : 1);
    String seventeen =
        place.code()
            + "%04d%02d%02d%03d"
                .formatted(birth.getYear(), birth.getMonthValue(), birth.getDayOfMonth(), serial);
    return new Person(
        Names.of(woman, draw),
        draw.chance(0.08) ? Names.of(woman, draw) : null,
        seventeen + CitizenId.checkOf(seventeen),
        draw.digits(10),
        woman ? "女" : "男",
        draw.chance(0.95) ? "汉族" : draw.one("满族", "回族", "朝鲜族"),
        birth,
        place,
        place.address(draw),
        phone(draw),
        employer,
        YearMonth.from(birth).plusYears(draw.between(17, 24)).plusMonths(draw.between(0, 11)),
        "6200" + draw.digits(15));
  }

  static String phone(Draw draw) {
    return "1990" + draw.digits(7);
  }

  /** The ID number of before 1999, as old papers carry it. */
  public String oldCitizenId() {
    return citizenId.substring(0, 6) + citizenId.substring(8, 17);
  }

  /** 1967年10月26日. */
  public String birthInWords() {
    return inWords(birth);
  }

  /** A date as forms print it. */
  public static String inWords(LocalDate date) {
    return "%d年%d月%d日".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  /** A month as forms print it. */
  public static String inWords(YearMonth month) {
    return "%d年%d月".formatted(month.getYear(), month.getMonthValue());
  }
}
