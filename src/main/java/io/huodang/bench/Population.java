package io.huodang.bench;

import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.Sex;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;

/**
 * An agency's insured persons, invented from a seed, true to life where search is hard: namesakes,
 * eras, minority names, rare characters, former names, numbers of several schemes close together.
 *
 * @param people each invented anew whenever asked for, so that millions need no room
 */
public record Population(long seed, List<Invented> people, List<String> employers) {
  private static final int PEOPLE_AN_EMPLOYER = 70;
  private static final int MOST_PAPERS = 6;
  private static final LocalDate FIRST_BIRTH = LocalDate.of(1935, 1, 1);
  private static final int BIRTHDAYS = 365 * 68;

  /** What the last digits but one of an ID tell apart of those born on a day, of both sexes. */
  private static final int A_DAY = 998;

  /** Prime, so that stepping by it meets every birthday and serial once. */
  private static final long STEP = 15_485_863;

  private static final List<String> COUNTIES =
      List.of("371881", "371802", "371821", "371882", "371803", "371804");
  private static final List<String> PLACES =
      List.of("石桥市", "海东市", "长河市", "云台县", "临河区", "青石镇", "双桥镇", "白沙镇");
  private static final List<String> HOUSES =
      List.of(
          "宏达", "永兴", "海润", "鲁东", "金桥", "恒泰", "华阳", "天成", "蓝海", "信诺", "东方", "三环", "长城", "五洲", "胜利");
  private static final List<String> TRADES =
      List.of(
          "机械制造", "食品加工", "建筑安装", "电子科技", "物流", "纺织品进出口", "汽车配件", "水产养殖", "商贸", "橡胶制品", "造纸", "渔具");
  private static final List<String> FORMS = List.of("有限公司", "有限责任公司", "集团股份有限公司", "总厂", "厂");

  public Population {
    employers = List.copyOf(employers);
  }

  /** As many people as asked, no two with one number, with files of one to six papers. */
  public static Population of(long seed, int size) {
    return of(seed, size, MOST_PAPERS);
  }

  /**
   * As many people as asked, no two with one number.
   *
   * @param mostPapers how many papers a file holds at most; the fewest is one
   */
  public static Population of(long seed, int size, int mostPapers) {
    List<String> employers = employers(Math.max(20, size / PEOPLE_AN_EMPLOYER), new Lot(seed));
    return new Population(
        seed, new People(seed, size, mostPapers, new Names(), employers.size()), employers);
  }

  /** People by number. */
  private static final class People extends AbstractList<Invented> implements RandomAccess {
    private final long seed;
    private final int size;
    private final int mostPapers;
    private final Names names;
    private final int employers;

    People(long seed, int size, int mostPapers, Names names, int employers) {
      this.seed = seed;
      this.size = size;
      this.mostPapers = mostPapers;
      this.names = names;
      this.employers = employers;
    }

    @Override
    public Invented get(int n) {
      java.util.Objects.checkIndex(n, size);
      Lot own = Lot.of(seed, n);
      long birthdays = (long) BIRTHDAYS * A_DAY;
      long place = Math.floorMod(n * STEP + seed, birthdays);
      LocalDate birth = FIRST_BIRTH.plusDays(place / A_DAY);
      int serial = (int) (place % A_DAY) + 1;
      Sex sex = serial % 2 == 1 ? Sex.MALE : Sex.FEMALE;
      String name = names.of(birth.getYear(), sex, own);
      return new Invented(
          own.id(n),
          name,
          own.chance(0.04) ? names.former(name, birth.getYear(), sex, own) : null,
          citizenId(birth, serial, own),
          sex,
          insuredNumber(9 * n + own.between(1, 9), own),
          own.rank(employers),
          own.between(1, mostPapers));
    }

    @Override
    public int size() {
      return size;
    }
  }

  private static CitizenId citizenId(LocalDate birth, int serial, Lot lot) {
    String seventeen =
        lot.ranked(COUNTIES)
            + "%04d%02d%02d%03d"
                .formatted(birth.getYear(), birth.getMonthValue(), birth.getDayOfMonth(), serial);
    return CitizenId.parse(seventeen + CitizenId.checkOf(seventeen)).orElseThrow();
  }

  /** Four schemes of an agency's past, serial within each. */
  private static String insuredNumber(int serial, Lot lot) {
    return switch (lot.between(0, 19)) {
      case 0, 1 -> "%08d".formatted(serial);
      case 2 -> "3718%08d".formatted(serial);
      case 3 -> "W%07d".formatted(serial);
      default -> "84%08d".formatted(serial);
    };
  }

  private static List<String> employers(int count, Lot lot) {
    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int number = 1; names.size() < count; number++) {
      String plain = lot.one(PLACES) + lot.one(HOUSES) + lot.one(TRADES) + lot.ranked(FORMS);
      String name = taken.contains(plain) ? plain.replaceFirst("(?<=[市县区镇])", "第" + number) : plain;
      if (taken.add(name)) {
        names.add(name);
      }
    }
    return names;
  }
}
