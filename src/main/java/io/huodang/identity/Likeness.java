package io.huodang.identity;

import io.huodang.vocabulary.PersonName;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a name that was read compares with one that is known.
 *
 * @param degree how alike they are
 * @param read the characters that differ, as read; null unless the degree is {@code NEAR}
 * @param known the same as they are known
 */
record Likeness(Degree degree, @Nullable String read, @Nullable String known) {
  /** The characters of GB 2312: what Tesseract's {@code chi_sim} knows is all among them. */
  private static final BitSet READABLE = readable();

  private static final Likeness OTHER = new Likeness(Degree.OTHER, null, null);

  /** From alike to unlike. */
  enum Degree {
    /** The same by its folded form. */
    SAME,
    /**
     * As a slip of the reader makes it: one of three or more characters, or those that no reader
     * knows.
     */
    NEAR,
    /** The first character is the same, or the last one of as many. */
    PARTLY,
    OTHER
  }

  /** The best likeness between what was read and the folded names that someone bears. */
  static Likeness best(List<PersonName> read, List<String> borne) {
    Likeness best = OTHER;
    for (PersonName name : read) {
      for (String other : borne) {
        Likeness likeness = of(name.folded(), other);
        if (likeness.degree.compareTo(best.degree) < 0) {
          best = likeness;
        }
      }
    }
    return best;
  }

  private static Likeness of(String read, String known) {
    if (read.equals(known)) {
      return new Likeness(Degree.SAME, null, null);
    }
    int[] a = read.codePoints().toArray();
    int[] b = known.codePoints().toArray();
    if (a.length == 0 || b.length == 0) {
      return OTHER;
    }
    int front = 0;
    while (front < Math.min(a.length, b.length) && a[front] == b[front]) {
      front++;
    }
    int back = 0;
    while (back < Math.min(a.length, b.length) - front
        && a[a.length - 1 - back] == b[b.length - 1 - back]) {
      back++;
    }
    int differingRead = a.length - front - back;
    int differingKnown = b.length - front - back;
    if (isSlip(a, b, front, differingRead, differingKnown)) {
      return new Likeness(
          Degree.NEAR, new String(a, front, differingRead), new String(b, front, differingKnown));
    }
    boolean partly = front > 0 || back > 0 && a.length == b.length;
    return partly ? new Likeness(Degree.PARTLY, null, null) : OTHER;
  }

  private static boolean isSlip(
      int[] read, int[] known, int from, int differingRead, int differingKnown) {
    boolean one = differingRead <= 1 && differingKnown <= 1;
    if (one && Math.max(read.length, known.length) >= 3) {
      return true;
    }
    // A character that no reader knows comes out as any one or two others.
    boolean unreadable = differingKnown > 0 && differingKnown < known.length;
    for (int i = from; i < from + differingKnown; i++) {
      unreadable &= !READABLE.get(known[i]);
    }
    return unreadable && differingRead <= 2 * differingKnown;
  }

  private static BitSet readable() {
    BitSet readable = new BitSet(0x10000);
    Charset gb2312 = Charset.forName("GB2312");
    for (int row = 0xB0; row <= 0xF7; row++) {
      for (int cell = 0xA1; cell <= 0xFE; cell++) {
        String character =
            gb2312.decode(ByteBuffer.wrap(new byte[] {(byte) row, (byte) cell})).toString();
        if (character.length() == 1 && character.charAt(0) != '\uFFFD') {
          readable.set(character.charAt(0));
        }
      }
    }
    return readable;
  }
}
