package io.huodang.invented;

import java.util.List;

/** Names as they are spread in eastern Shandong: a few surnames name a third of the people. */
final class Names {
  private static final List<String> SURNAMES =
      List.of(
          ("王 李 张 刘 于 孙 陈 杨 赵 徐 姜 丛 宋 周 吴 曲 毕 林 高 马 董 邹 郭 朱 何 梁 鞠 隋 谭 吕 许 苗 邓 丁 曹 韩 冯 袁 沈"
                  + " 曾 彭 苏 卢 蒋 蔡 贾 魏 薛 叶 阎 余 潘 杜 戴 夏 钟 汪 田 任 范 方 石 姚 侯 邵 孟 龙 万 段 雷 钱 汤 尹 黎 易 常 武"
                  + " 乔 贺 赖 龚 文 单 解 仇 区 查 朴 盖 缪 覃 牟 种 欧阳 上官 司马 诸葛 尉迟")
              .split(" "));
  private static final List<String> MEN =
      List.of(
          ("建国 志强 国庆 永生 立新 文平 明 军 伟 勇 海波 德胜 福田 洪涛 树林 玉山 春雷 晓东 振华 学文 光明 宝成 长江 新民 卫东 建军 家旺 俊杰"
                  + " 子轩 浩然 鹏飞 国强 世昌 兆利 京 宁 佳明 忠义 传家 克勤 万里 连生 喜贵 德华 永刚 维民 松涛 昇 翀 喆")
              .split(" "));
  private static final List<String> WOMEN =
      List.of(
          ("秀英 丽华 海燕 红梅 小红 玉兰 淑芬 桂香 爱华 春玲 雪梅 翠花 霞 敏 静 娟 丽娜 晓燕 文静 美玲 凤英 月娥 秋菊 彩云 惠芳 佩兰 素珍 金花"
                  + " 雅琴 志红 冬梅 莉 倩 欣怡 诗涵 梓萱 思雨 瑞英 巧云 银环 婷婷 慧 玉洁 兰芝 友珍 祎 玥")
              .split(" "));

  private Names() {}

  static String of(boolean woman, Draw draw) {
    return draw.oneOfRanked(SURNAMES) + draw.one(woman ? WOMEN : MEN);
  }
}
