package io.huodang.extraction;

/**
 * How likely a name is before anybody looked at the paper: common surnames and the characters that
 * parents choose are more likely than others.
 *
 * <p>Shares follow the rank of a surname ({@link Surnames}) or of a character in given names of the
 * last hundred years, as rank-frequency laws do (Zipf). They choose between readings; they never
 * bring in a character that nobody read.
 */
final class NameLikelihood {
  private static final String GIVEN =
      "英华玉秀文明兰金国春丽红军平建桂志海云珍梅霞芳淑荣玲生小凤林成德清伟永强晓龙杰光福新艳祥琴莲香俊"
          + "燕庆美波辉亮爱勇刚娟敏慧萍学立静江忠仁义东宝洪贵振广家雪娜莉月芬洁飞鹏超浩涛磊斌鑫宇欣佳雨梓子涵"
          + "轩泽思博婷琳颖倩丹蕾璐瑶瑞琪雯怡嘉悦晨阳洋帅凯峰宁松根兴昌发良才富胜利全友来喜财顺正长天世传承继"
          + "先克维保安康健民武彬栋梁柱森树青柏水河泉源山岩川洲元亚连莹媛媚妮娥花菊荷芹芝蓉蓓薇菲莎茹萌萱蕊芸"
          + "艺若苗茜妍姗姣婕婧婉娴妹姐女嫦嫣娇巧银钱铁钢钧锋锐铭镇锦钰鸿鹤鸣鹰翔翠羽翰雁雄雅霖霄震露雷电霆霜"
          + "风景晶昊昕旭晖晗昱昆昂星晴晟晋普智暖曦曙朝朋望期木本朴杏李杨枫桃桐梧楠桦枝果柔柳标格榕槐樱欢歌殿"
          + "毅毓汉沛沁沙泓泳津浪淼润淳渊湘溪滨漫潇澜瀚灿炎炜炳焕煜熙照煌燃爽牧特献珊珠珂琦琛琼瑾瑜璇璋璟瓅田"
          + "甜申男留登白百皓盈盛益相真睿瞳知石磐礼社祖祺禄禾秋科秦程稳竹笑筠简策粉素纪纯纲绍经绪缘罗群耀联聪"
          + "肖育胤能腾自舒航船艾节芮茂范荟莫菁葆蒙蓝虎虹蝶衍裕西覃言誉计训诗诚语谦谨豪贝贞贤赞赵起跃路辰达运"
          + "进远迎述逸通邦郁郎郡重野量鉴钊闯关闻际陆陈陵隆集雍韦韬韵音领颂飒首驰骏骁高魁鲁麒麟黎齐龄一丁七万"
          + "三上中丰乃乐乔九习书乾二五亦京亭人仙付仪任仲会伦伯佑作侠信修候储儿充兆凡凌出刘功加助勋勤匀千升南"
          + "卓占卫印历厚双可史叶合同君吟启吉向周和咏品哲唐善嗣团园圆圣坚坤培基堂增士夏夕多大夫奇奎好如妃姝威"
          + "姿孝孟季宏宗官定宜宪宫容宽寅密寒寿封尊尚尧就岚岭峻崇崔嵩巍州左巨已巳希帆师常年幸庚应底庭廉延廷开"
          + "弘弟张弥归当彤彦影征律徐徽心必怀性恒恩恺情惜惠意愉慈戈战扬抗招拥拴捷掌提政敬斐斗方施无日早昇易映"
          + "昭是时晏晰曼有朗未朱札权极构柄栓栗株桥桢棋棣椿楚樊檀次欧步殊殷母比毛氏求池汝沐沈没治泊泰洛流浦涌"
          + "深渝渤湛满演潭澄火灵炯点烈烨然焱煊父片牛犇王玄玖玟玥玫环现玮珈珏理瑄瑛瑗璞甫甲画界畅疆皎盼省眉砚"
          + "碧祎祐禹秉积穆空章端竞符筱籽粮精糠累约级纹绣绮绿缤网翀翊翎考聚肃胡胥臣臻至致色芃芊芋芯苏苑茵荃莺"
          + "菀萃葵蔚蕙蔓薪蘅虞融行衡衣觉觅诺谊谷豆质赐足跟车轶载辅辈迪迈选透逊道遥遵邓采里钗钟铃铎铜锡门闽阁"
          + "阔附霁霏非面革页顶顾颐飘驹骄骥鱼鲜鸽麦黄黛鼎喆堃晔烁焜翾";

  /** Share of a surname that is in no list, and of a character that is hardly ever given. */
  private static final double RARE_SURNAME = 1e-7;

  private static final double RARE_GIVEN = 2e-5;
  private static final double COMPOUND_SURNAME = 5e-5;

  private NameLikelihood() {}

  /** The natural logarithm of a name's share; only differences mean something. */
  static double of(String name) {
    int[] characters = name.codePoints().filter(c -> c != '·').toArray();
    if (characters.length == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double single = Math.log(surname(characters[0])) + given(characters, 1);
    if (!Surnames.beginsCompound(name)) {
      return single;
    }
    return Math.max(single, Math.log(COMPOUND_SURNAME) + given(characters, 2));
  }

  private static double surname(int character) {
    int rank = Surnames.rank(character);
    return rank < 0 ? RARE_SURNAME : zipf(rank, 6, 0.45);
  }

  private static double given(int[] characters, int from) {
    double sum = 0;
    for (int i = from; i < characters.length; i++) {
      int rank = GIVEN.indexOf(characters[i]);
      sum += Math.log(rank < 0 ? RARE_GIVEN : zipf(rank, 25, 0.35));
    }
    return sum;
  }

  /** Falls off faster than one over the rank, as surnames do behind the first hundred. */
  private static double zipf(int rank, double head, double scale) {
    double place = rank + head;
    return scale / place * Math.exp(-rank / 120.0) + 1e-5;
  }
}
