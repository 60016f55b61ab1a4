package io.huodang.recognition.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A TIFF (TIFF 6.0, BigTIFF): a chain of pictures, some of which may be small copies of others.
 *
 * <p>The chain is followed here before a decoder sees it: in a broken file it may lead nowhere, or
 * back to itself.
 */
final class TiffFile {
  private static final int NEW_SUBFILE_TYPE = 254;
  private static final int SUBFILE_TYPE = 255;
  private static final int MOST_ENTRIES = 4096;

  private final FileChannel channel;
  private final ByteOrder order;
  private final boolean big;
  private final Set<Long> seen = new HashSet<>();
  private final List<Integer> pages = new ArrayList<>();
  private int images;

  private TiffFile(FileChannel channel) throws IOException {
    this.channel = channel;
    byte[] head = Content.read(channel, 0, 16);
    this.order = head[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    this.big = head[2] == 43 || head[3] == 43;
  }

  static PageFile open(Path path) throws IOException {
    List<Integer> pages;
    try (FileChannel channel = FileChannel.open(path)) {
      pages = new TiffFile(channel).pages();
    }
    return ImageFile.open(path, "image/tiff", pages);
  }

  /** The numbers of the pictures that are pages: all, when each calls itself a small copy. */
  private List<Integer> pages() throws IOException {
    long next = big ? whole(8, 8) : whole(4, 4);
    while (next != 0) {
      if (!seen.add(next)) {
        throw Refusals.damaged();
      }
      next = directory(next);
      if (images > 2 * Refusals.MOST_PAGES) {
        throw Refusals.tooManyPages();
      }
    }
    if (pages.isEmpty()) {
      for (int image = 0; image < images; image++) {
        pages.add(image);
      }
    }
    if (pages.size() > Refusals.MOST_PAGES) {
      throw Refusals.tooManyPages();
    }
    return pages;
  }

  /** Looks at one picture's directory; returns where the next one is, 0 behind the last. */
  private long directory(long at) throws IOException {
    int countBytes = big ? 8 : 2;
    int entryBytes = big ? 20 : 12;
    long count = whole(at, countBytes);
    if (count < 1 || count > MOST_ENTRIES) {
      throw Refusals.damaged();
    }
    int length = (int) count * entryBytes + (big ? 8 : 4);
    ByteBuffer entries = bytes(at + countBytes, length);
    boolean copy = false;
    for (int entry = 0; entry < count; entry++) {
      int place = entry * entryBytes;
      int tag = Short.toUnsignedInt(entries.getShort(place));
      boolean isShort = entries.getShort(place + 2) == 3;
      int where = place + (big ? 12 : 8);
      int value = isShort ? entries.getShort(where) : entries.getInt(where);
      copy |= tag == NEW_SUBFILE_TYPE && (value & 1) != 0 || tag == SUBFILE_TYPE && value == 2;
    }
    if (!copy) {
      pages.add(images);
    }
    images++;
    int end = (int) count * entryBytes;
    return big ? entries.getLong(end) : Integer.toUnsignedLong(entries.getInt(end));
  }

  private long whole(long at, int length) throws IOException {
    ByteBuffer value = bytes(at, length);
    return switch (length) {
      case 2 -> Short.toUnsignedLong(value.getShort());
      case 4 -> Integer.toUnsignedLong(value.getInt());
      default -> value.getLong();
    };
  }

  private ByteBuffer bytes(long at, int length) throws IOException {
    byte[] read = at < 0 ? new byte[0] : Content.read(channel, at, length);
    if (read.length < length) {
      throw Refusals.truncated();
    }
    return ByteBuffer.wrap(read).order(order);
  }
}
