package io.huodang.extraction;

/**
 * Surnames in use in China: what a name that was read should begin with.
 *
 * <p>After the frequency lists of the Ministry of Public Security and the Hundred Family Surnames
 * (百家姓). A name that begins with none of them may still be right: this only chooses between
 * readings.
 */
final class Surnames {
  private static final String SINGLE =
      "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁"
          + "任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴"
          + "莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪"
          + "梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简"
          + "车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄"
          + "丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区"
          + "郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍"
          + "辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利于呼居揭干但尉冶斯元束檀衣"
          + "信展阴昝智幸奉植衡富尧闭由萧傅阎佴竺贡逄郗秘桥粘缑占宇巨衷酆";
  private static final String DOUBLE =
      "欧阳上官司马诸葛司徒东方尉迟皇甫慕容令狐端木公孙万俟夏侯长孙宇文轩辕鲜于闻人淳于单于太叔申屠公羊仲孙钟离" + "西门南宫独孤呼延赫连澹台第五拓跋百里";

  private Surnames() {}

  /** Whether a name begins with a surname. */
  static boolean begin(String name) {
    return !name.isEmpty() && (rank(name.codePointAt(0)) >= 0 || beginsCompound(name));
  }

  /** The place of a surname of one character, the most common first, from 0; -1 for any other. */
  static int rank(int character) {
    return SINGLE.indexOf(character);
  }

  /** Whether a name of three characters or more begins with a surname of two. */
  static boolean beginsCompound(String name) {
    for (int i = 0; name.length() >= 3 && i < DOUBLE.length(); i += 2) {
      if (name.startsWith(DOUBLE.substring(i, i + 2))) {
        return true;
      }
    }
    return false;
  }
}
