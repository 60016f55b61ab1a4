package io.huodang.recognition.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Office documents and archives: zip files and compound files, told apart by the names of what they
 * hold. Nothing is unpacked: only names near the beginning and the end of the file are looked at.
 */
final class Packages {
  private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
  private static final int FOLDER_BYTES = 4096;

  private static final List<Map.Entry<String, String>> BY_FOLDER =
      List.of(
          Map.entry("word/", OOXML + "wordprocessingml.document"),
          Map.entry("xl/", OOXML + "spreadsheetml.sheet"),
          Map.entry("ppt/", OOXML + "presentationml.presentation"),
          Map.entry("OFD.xml", "application/ofd"),
          Map.entry("META-INF/MANIFEST.MF", "application/java-archive"));

  private static final Map<String, String> BY_STREAM =
      new TreeMap<>(
          Map.of(
              "WordDocument", "application/msword",
              "Workbook", "application/vnd.ms-excel",
              "Book", "application/vnd.ms-excel",
              "PowerPoint Document", "application/vnd.ms-powerpoint",
              "__properties_version1.0", "application/vnd.ms-outlook",
              "VisioDocument", "application/vnd.visio"));

  private Packages() {}

  static FileType ofZip(Content content) {
    if (content.has(30, "mimetypeapplication/")) {
      // Its length stands in the header, for it is stored as it is (OpenDocument 1.2, part 3, 3.3).
      return FileType.other(content.text(38, Math.min(content.at(22), 100)));
    }
    String begin = content.startText();
    String end = content.endText();
    for (Map.Entry<String, String> known : BY_FOLDER) {
      if (names(begin, "PK\3\4", 30, known.getKey()) || names(end, "PK\1\2", 46, known.getKey())) {
        return FileType.other(known.getValue());
      }
    }
    return FileType.other("application/zip");
  }

  /** Whether one of the headers that begin so is followed by this name, or by one within it. */
  private static boolean names(String bytes, String header, int length, String name) {
    for (int at = bytes.indexOf(header); at >= 0; at = bytes.indexOf(header, at + 1)) {
      if (bytes.startsWith(name, at + length)) {
        return true;
      }
    }
    return false;
  }

  /** The format of old Office documents ([MS-CFB]): its folder names the streams that it holds. */
  static FileType ofCompoundFile(Path file, Content content) throws IOException {
    ByteBuffer head = ByteBuffer.wrap(content.start()).order(ByteOrder.LITTLE_ENDIAN);
    if (head.capacity() >= 512) {
      int shift = Math.clamp(head.getShort(0x1E), 7, 16);
      long place = (Integer.toUnsignedLong(head.getInt(0x30)) + 1) << shift;
      byte[] folder;
      try (FileChannel channel = FileChannel.open(file)) {
        folder = Content.read(channel, place, FOLDER_BYTES);
      }
      for (int entry = 0; entry + 128 <= folder.length; entry += 128) {
        String name = new String(folder, entry, 64, StandardCharsets.UTF_16LE);
        String type = BY_STREAM.get(name.substring(0, Math.max(0, name.indexOf('\0'))));
        if (type != null) {
          return FileType.other(type);
        }
      }
    }
    return FileType.other("application/x-ole-storage");
  }
}
