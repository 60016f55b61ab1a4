package io.huodang.bench;

import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.Sex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * An agency's insured persons, invented from a seed, true to life where search is hard: namesakes,
 * eras, minority names, rare characters, former names, numbers of several schemes close together.
 */
public record Population(long seed, List<Invented> people, List<String> employers) {
  private static final int PEOPLE_AN_EMPLOYER = 70;
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
    people = List.copyOf(people);
    employers = List.copyOf(employers);
  }

  /** As many people as asked, no two with one number. */
  public static Population of(long seed, int size) {
    Lot lot = new Lot(seed);
    List<String> employers = employers(Math.max(20, size / PEOPLE_AN_EMPLOYER), lot.apart());
    Names names = new Names();
    List<Invented> people = new ArrayList<>(size);
    Set<String> numbers = new HashSet<>();
    int insured = 0;
    while (people.size() < size) {
      Lot own = lot.apart();
      Sex sex = own.chance(0.5) ? Sex.FEMALE : Sex.MALE;
      LocalDate birth = LocalDate.of(1935, 1, 1).plusDays(own.between(0, 365 * 68));
      CitizenId id = citizenId(birth, sex, own);
      insured += own.between(1, 9);
      if (numbers.add(id.value())) {
        String name = names.of(birth.getYear(), sex, own);
        people.add(
            new Invented(
                new UUID(own.next() & ~0xF000L | 0x7000L, own.next() & ~0L >>> 2 | 1L << 63),
                name,
                own.chance(0.04) ? names.former(name, birth.getYear(), sex, own) : null,
                id,
                sex,
                insuredNumber(insured, own),
                own.rank(employers.size()),
                own.between(1, 6)));
      }
    }
    return new Population(seed, people, employers);
  }

  private static CitizenId citizenId(LocalDate birth, Sex sex, Lot lot) {
    int serial = 2 * lot.between(0, 498) + (sex == Sex.MALE ? 1 : 2);
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
