package io.huodang.recognition;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes TIFFs tag by tag (TIFF 6.0), right ones and wrong ones. */
final class TiffBytes {
  private static final int RATIONAL = 5;

  private final ByteOrder order;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> linkPlaces = new ArrayList<>();
  private final List<Integer> directories = new ArrayList<>();

  private TiffBytes(ByteOrder order) {
    this.order = order;
    byte letter = (byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M');
    out.writeBytes(buffer(8).put(letter).put(letter).putShort((short) 42).putInt(0).array());
    linkPlaces.add(4);
  }

  static TiffBytes of(ByteOrder order) {
    return new TiffBytes(order);
  }

  /**
   * Tags by number; all values are written as longs, or as rationals of one when {@code double}.
   */
  static final class Tags {
    private final TreeMap<Integer, Object> values = new TreeMap<>();

    static Tags page(int width, int height, int bits, int samples) {
      return new Tags()
          .put(256, width)
          .put(257, height)
          .put(258, repeated(bits, samples))
          .put(259, 1)
          .put(262, samples == 1 ? 1 : 2)
          .put(277, samples)
          .put(278, height);
    }

    Tags put(int tag, int... numbers) {
      values.put(tag, numbers);
      return this;
    }

    Tags ratio(int tag, double ratio) {
      values.put(tag, ratio);
      return this;
    }

    private static int[] repeated(int value, int times) {
      int[] all = new int[times];
      java.util.Arrays.fill(all, value);
      return all;
    }
  }

  /** Adds a page of one strip. */
  TiffBytes page(Tags tags, byte[] strip) {
    int place = append(strip);
    tags.values.putIfAbsent(273, new int[] {place});
    tags.values.putIfAbsent(279, new int[] {strip.length});
    return directory(tags);
  }

  /** Adds bytes that tags point to; returns where they are. */
  int append(byte[] bytes) {
    if (out.size() % 2 == 1) {
      out.write(0);
    }
    int place = out.size();
    out.writeBytes(bytes);
    return place;
  }

  private TiffBytes directory(Tags tags) {
    ByteBuffer entries = buffer(2 + 12 * tags.values.size());
    entries.putShort((short) tags.values.size());
    for (Map.Entry<Integer, Object> tag : tags.values.entrySet()) {
      entries.putShort(tag.getKey().shortValue());
      if (tag.getValue() instanceof int[] numbers) {
        boolean isShort = tag.getKey() != 273 && tag.getKey() != 279 && numbers.length > 1;
        entries.putShort((short) (isShort ? 3 : 4)).putInt(numbers.length);
        entries.putInt(numbers.length == 1 ? numbers[0] : append(listed(numbers, isShort)));
      } else {
        int hundredths = (int) Math.round((Double) tag.getValue() * 100);
        entries.putShort((short) RATIONAL).putInt(1);
        entries.putInt(append(buffer(8).putInt(hundredths).putInt(100).array()));
      }
    }
    directories.add(append(entries.array()));
    linkPlaces.add(out.size());
    out.writeBytes(new byte[4]);
    return this;
  }

  private byte[] listed(int[] numbers, boolean isShort) {
    ByteBuffer list = buffer(numbers.length * (isShort ? 2 : 4));
    for (int number : numbers) {
      if (isShort) {
        list.putShort((short) number);
      } else {
        list.putInt(number);
      }
    }
    return list.array();
  }

  private ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(order);
  }

  /** The file, its pages linked in order. */
  byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.wrap(out.toByteArray()).order(order);
    for (int i = 0; i < directories.size(); i++) {
      bytes.putInt(linkPlaces.get(i), directories.get(i));
    }
    return bytes.array();
  }

  /** The file, its last page followed by its first. */
  byte[] loop() {
    ByteBuffer bytes = ByteBuffer.wrap(bytes()).order(order);
    bytes.putInt(linkPlaces.getLast(), directories.getFirst());
    return bytes.array();
  }
}
