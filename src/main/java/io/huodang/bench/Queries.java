package io.huodang.bench;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Draws what clerks type from a population. The sounds are ICU's, not those that search knows. */
final class Queries {
  private static final Transliterator SOUND =
      Transliterator.getInstance("Han-Latin/Names; Latin-ASCII; Lower");

  /** Mistakes of people who hear or copy a name; both ways. */
  private static final Map<Integer, String> MISTAKES = new java.util.HashMap<>();

  static {
    for (String pair :
        ("燕艳 丽莉 军君 伟炜 建健 国囯 志智 明朋 芳劳 华桦 秀季 英央 玉王 春舂 兰蓝 霞露 海悔 涛祷 杰洁 峰锋 红江 梅悔 清请 平乎 林材 生升 永水"
                + " 祥样 福副 德徳 成城 庆床 元无 文丈 荣容 萍苹 静靖 敏民 娟捐 玲铃 晓烧 鹏棚 波坡 辉晖 强疆 刚钢 昌冒 贵责 珍诊 云去 淑椒 桂挂")
            .split(" ")) {
      MISTAKES.put(pair.codePointAt(0), pair.substring(1));
      MISTAKES.put(pair.codePointAt(1), pair.substring(0, 1));
    }
  }

  private final Population population;
  private final Papers papers;
  private final Lot lot;

  Queries(Population population, Papers papers, long seed) {
    this.population = population;
    this.papers = papers;
    this.lot = new Lot(seed);
  }

  /** The next query of a kind. */
  Query next(Kind kind) {
    while (true) {
      Invented person = lot.one(population.people());
      Optional<String> typed = typed(kind, person);
      if (typed.isPresent()) {
        boolean nobody = kind == Kind.TEXT || kind == Kind.EMPLOYER;
        return new Query(kind, typed.get(), nobody ? null : person);
      }
    }
  }

  private Optional<String> typed(Kind kind, Invented person) {
    String id = person.citizenId().value();
    return switch (kind) {
      case CITIZEN_ID -> Optional.of(id);
      case OLD_CITIZEN_ID -> person.citizenId().oldForm();
      case INSURED_NUMBER -> Optional.of(person.insuredNumber());
      case NAME -> Optional.of(person.name());
      case FORMER_NAME -> Optional.ofNullable(person.formerName());
      case PINYIN -> spelt(person).map(sound -> sound.replace(" ", ""));
      case INITIALS -> spelt(person).map(sound -> sound.replaceAll("(\\w)\\w* ?", "$1"));
      case ID_PART -> Optional.of(id.substring(id.length() - 6));
      case NAME_AND_YEAR -> Optional.of(person.name() + " " + id.substring(6, 10));
      case NEAR_NAME -> mistaken(person.name());
      case NEAR_NUMBER -> Optional.of(oneDigitWrong(id));
      case EMPLOYER -> Optional.of(lot.ranked(population.employers()));
      case TEXT -> Optional.of(papers.read(lot.between(0, 100_000)).phrase());
    };
  }

  /** Somebody, and what is in the box after each key that is pressed until they are found. */
  record Typing(Invented meant, List<String> box) {}

  /** Someone types a name with an input method, its sound, an ID or an insured number. */
  Typing typing() {
    while (true) {
      Invented person = lot.one(population.people());
      Optional<String> typed =
          switch (lot.between(0, 3)) {
            case 0 -> Optional.of(person.name());
            case 1 -> spelt(person).map(sound -> sound.replace(" ", ""));
            case 2 -> Optional.of(person.citizenId().value());
            default -> Optional.of(person.insuredNumber());
          };
      if (typed.isPresent()) {
        String whole = typed.get();
        int[] letters = whole.codePoints().toArray();
        return new Typing(
            person,
            IntStream.rangeClosed(2, letters.length)
                .mapToObj(length -> new String(letters, 0, length))
                .toList());
      }
    }
  }

  private static Optional<String> spelt(Invented person) {
    String sound = SOUND.transliterate(person.name());
    return sound.matches("[a-z]+( [a-z]+)+") ? Optional.of(sound) : Optional.empty();
  }

  private Optional<String> mistaken(String name) {
    int[] letters = name.codePoints().toArray();
    List<Integer> places =
        IntStream.range(1, letters.length)
            .filter(i -> MISTAKES.containsKey(letters[i]))
            .boxed()
            .toList();
    if (places.isEmpty()) {
      return Optional.empty();
    }
    int at = lot.one(places);
    letters[at] = java.util.Objects.requireNonNull(MISTAKES.get(letters[at])).codePointAt(0);
    return Optional.of(new String(letters, 0, letters.length));
  }

  private String oneDigitWrong(String id) {
    int at = lot.between(6, 16);
    int digit = (id.charAt(at) - '0' + lot.between(1, 9)) % 10;
    return id.substring(0, at) + digit + id.substring(at + 1);
  }
}
