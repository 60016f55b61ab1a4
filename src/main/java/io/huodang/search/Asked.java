package io.huodang.search;

import java.util.List;
import java.util.Optional;

/** One part of what was typed, by its form; folded for comparing. */
sealed interface Asked {

  /** How the answer names it. */
  String kind();

  /**
   * A number of the form of a citizen ID.
   *
   * @param typed as it was typed: only of that form it makes sense to look for slips, because the
   *     other one has another length or another check character
   * @param forms with 18 and with 15 characters, or as typed when it is no valid one
   */
  record CitizenNumber(String typed, List<String> forms) implements Asked {
    @Override
    public String kind() {
      return "citizen-id";
    }
  }

  /**
   * A citizen ID of which characters are hidden.
   *
   * @param pattern with {@code ?} for one hidden character, {@code *} for any number of them
   */
  record MaskedNumber(String pattern) implements Asked {

    /** What is told when all before it is hidden (*1232); empty else. */
    Optional<String> end() {
      return pattern.matches("\\*[^*?]+") ? Optional.of(pattern.substring(1)) : Optional.empty();
    }

    @Override
    public String kind() {
      return "id-part";
    }
  }

  /** Another number, or a few digits of one. */
  record Number(String key) implements Asked {
    private static final int LONGEST_PART = 8;

    boolean mayBePart() {
      return key.matches("[0-9]{3,11}[0-9X]");
    }

    /** A year, a month or a day, with or without its century. */
    boolean mayBeDate() {
      return key.matches("[0-9]{4}|[0-9]{6}|[0-9]{8}");
    }

    @Override
    public String kind() {
      return mayBePart() && key.length() <= LONGEST_PART ? "id-part" : "number";
    }
  }

  /**
   * Digits in several groups: one number that was spaced, or several keys.
   *
   * @param joined the one number, empty when it would be too long for one
   */
  record Groups(String joined, List<Asked> keys) implements Asked {
    @Override
    public String kind() {
      return "number";
    }
  }

  /**
   * A date or a year, of birth or of a paper.
   *
   * @param digits year, year and month, or all eight
   * @param text as it was typed
   */
  record Date(String digits, String text) implements Asked {
    @Override
    public String kind() {
      return "date";
    }
  }

  /**
   * Chinese characters: a name, a part of one, an employer, words of a page.
   *
   * @param written as it was typed, traditional characters and all
   * @param former whether it was labelled as a name that someone bore before (曾用名：王芳)
   */
  record Han(String name, String text, String written, boolean former) implements Asked {
    private static final String ORGANISATION =
        ".*(公司|集团|工厂|厂|局|医院|学校|中学|小学|大学|中心|合作社|商店|银行|委员会|研究所)";

    /** The same, which someone bore before. */
    Han asFormer() {
      return new Han(name, text, written, true);
    }

    int length() {
      return name.codePointCount(0, name.length());
    }

    @Override
    public String kind() {
      return length() > 2 && name.matches(ORGANISATION) ? "employer" : "name";
    }
  }

  /** A name with {@code ?} and {@code *} for characters that are not known. */
  record NamePattern(String pattern) implements Asked {

    /** Whether a single character is open, perhaps because it is hard to type. */
    boolean mayStandForRareOne() {
      return pattern.indexOf('?') > 0 && !RareCharacters.areIn(pattern);
    }

    @Override
    public String kind() {
      return "name-pattern";
    }
  }

  /** Characters, and letters for those that are not known or quicker to type (王jg). */
  record Mixed(String name, String text) implements Asked {

    /** Whether letters may stand for a character because it is hard to type. */
    boolean mayStandForRareOne() {
      return !RareCharacters.areIn(name);
    }

    @Override
    public String kind() {
      return "mixed";
    }
  }

  /** Latin letters: how a name sounds, its initials, or a foreign name. */
  record Latin(String typed, String name) implements Asked {
    @Override
    public String kind() {
      return Pinyin.isSpelt(typed) ? "pinyin" : "initials";
    }
  }

  /** 男 or 女, beside something else. */
  record Sex(io.huodang.vocabulary.Sex sex, String text) implements Asked {
    static Optional<Sex> of(String word) {
      return switch (word) {
        case "男", "男性" -> Optional.of(new Sex(io.huodang.vocabulary.Sex.MALE, word));
        case "女", "女性" -> Optional.of(new Sex(io.huodang.vocabulary.Sex.FEMALE, word));
        default -> Optional.empty();
      };
    }

    @Override
    public String kind() {
      return "text";
    }
  }

  /** What a paper is about, beside whose it is (王伟 退休): it chooses among the person's papers. */
  record Paper(String text) implements Asked {
    @Override
    public String kind() {
      return "text";
    }
  }

  /** Anything else: words of a page or a title. */
  record Words(String text) implements Asked {
    @Override
    public String kind() {
      return "text";
    }
  }
}
