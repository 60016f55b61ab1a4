package io.huodang.invented;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An employer that does not exist.
 *
 * @param number the agency's own number of it
 * @param creditCode 18 characters with a valid check (GB 32100-2015)
 * @param head its legal representative
 */
public record Employer(
    String name, String number, String creditCode, String address, String head, String phone) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /** As many different employers as asked. */
  static List<Employer> all(int count, Draw draw) {
    Set<String> names = new LinkedHashSet<>();
    while (names.size() < count) {
      names.add(name(draw));
    }
    List<Employer> employers = new ArrayList<>();
    for (String name : names) {
      employers.add(
          new Employer(
              name,
              draw.digits(8),
              creditCode(name.endsWith("公司") || name.endsWith("厂") ? "91" : "12", draw),
              Place.home().address(draw),
              Names.of(draw.chance(0.2), draw),
              Person.phone(draw)));
    }
    return employers;
  }

  private static String name(Draw draw) {
    String place = draw.one("石桥市", "海东市", "石桥市", "海东", "长河市");
    return switch (draw.between(0, 6)) {
      case 0 -> place + draw.one("第一棉纺织厂", "农业机械厂", "造纸厂", "第二化肥厂", "橡胶制品厂", "渔具厂", "东关酒厂");
      case 1 -> place + draw.one("人民医院", "实验中学", "青石镇中心小学", "公路管理站", "自来水管理处");
      default ->
          place
              + draw.one("宏达", "永兴", "海润", "鲁东", "金桥", "恒泰", "华阳", "天成", "蓝海")
              + draw.one("机械制造", "食品加工", "建筑安装", "电子科技", "物流", "纺织品进出口", "汽车配件", "水产养殖", "商贸")
              + draw.one("有限公司", "有限公司", "有限责任公司", "集团股份有限公司");
    };
  }

  private static String creditCode(String kind, Draw draw) {
    StringBuilder code = new StringBuilder(kind).append("371881").append("MA");
    while (code.length() < 17) {
      code.append(ALPHABET.charAt(draw.between(0, ALPHABET.length() - 1)));
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      sum += ALPHABET.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return code.append(ALPHABET.charAt((31 - sum % 31) % 31)).toString();
  }
}
