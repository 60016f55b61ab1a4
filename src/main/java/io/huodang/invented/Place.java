package io.huodang.invented;

import java.util.List;

/**
 * A county that does not exist.
 *
 * @param code six digits as in GB/T 2260, of a prefecture that was never made: no ID number that
 *     begins with it can be a real person's
 */
public record Place(String code, String city, String county, List<String> towns) {
  private static final List<String> TOWNS =
      List.of("青石镇", "云台街道", "双桥镇", "柳林镇", "东关街道", "白沙镇", "望海街道", "石岭镇");

  /** Where most people of the archive come from, and some places far away. */
  public static final List<Place> ALL =
      List.of(
          new Place("371881", "海东市", "石桥市", TOWNS),
          new Place("371802", "海东市", "临河区", TOWNS),
          new Place("371821", "海东市", "云台县", TOWNS),
          new Place("371882", "海东市", "长河市", TOWNS),
          new Place("423106", "江北市", "南湖区", List.of("花园街道", "新桥镇")),
          new Place("234127", "北岭市", "松原县", List.of("红旗镇", "前进街道")));

  /** The county of the agency itself. */
  public static Place home() {
    return ALL.getFirst();
  }

  String address(Draw draw) {
    String town = draw.one(towns);
    return town.endsWith("镇")
        ? city
            + county
            + town
            + draw.one("李家村", "王家庄", "前屯村", "小河村", "东山后村")
            + draw.between(1, 480)
            + "号"
        : city
            + county
            + town
            + draw.one("幸福里", "和平小区", "文化路", "建设街", "光明花园")
            + draw.between(1, 60)
            + "号"
            + draw.between(1, 6)
            + "单元"
            + draw.between(101, 699)
            + "室";
  }
}
