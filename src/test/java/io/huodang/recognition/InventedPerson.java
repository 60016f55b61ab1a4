package io.huodang.recognition;

import io.huodang.vocabulary.CitizenId;
import java.util.Random;

/** A person who does not exist, with numbers that could. */
public record InventedPerson(
    String name, String citizenId, String insuredNumber, String employer, String sex) {
  private static final String[] SURNAMES = {"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴"};
  private static final String[] GIVEN = {
    "建国", "丽华", "志强", "海燕", "明", "秀英", "文平", "红梅", "永生", "立新", "国庆", "小红"
  };
  private static final String[] EMPLOYERS = {
    "山城市第一棉纺织厂", "东海机械有限公司", "长河市人民医院", "北岭食品加工有限公司", "南湖区建筑安装公司"
  };
  private static final String[] REGIONS = {"371081", "110105", "320102", "440106", "610113"};

  /** The same person for the same state of the random numbers. */
  public static InventedPerson from(Random random) {
    int serial = random.nextInt(1000);
    String seventeen =
        REGIONS[random.nextInt(REGIONS.length)]
            + "%d%02d%02d%03d"
                .formatted(
                    1950 + random.nextInt(45),
                    1 + random.nextInt(12),
                    1 + random.nextInt(28),
                    serial);
    return new InventedPerson(
        SURNAMES[random.nextInt(SURNAMES.length)] + GIVEN[random.nextInt(GIVEN.length)],
        seventeen + CitizenId.checkOf(seventeen),
        "%010d".formatted(1_000_000_000L + random.nextInt(1_000_000_000)),
        EMPLOYERS[random.nextInt(EMPLOYERS.length)],
        serial % 2 == 1 ? "男" : "女");
  }

  /** 1967年10月26日, from the number. */
  public String birthDate() {
    return "%s年%d月%d日"
        .formatted(
            citizenId.substring(6, 10),
            Integer.parseInt(citizenId.substring(10, 12)),
            Integer.parseInt(citizenId.substring(12, 14)));
  }
}
