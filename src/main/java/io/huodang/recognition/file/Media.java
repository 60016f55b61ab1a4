package io.huodang.recognition.file;

import java.util.Optional;

/** Sound, video and pictures in containers that hold any of them. */
final class Media {
  private static final int TRANSPORT_PACKET = 188;

  private Media() {}

  static Optional<FileType> of(Content content) {
    if (content.startsWith("RIFF")) {
      return riff(content.text(8, 4));
    }
    if (content.startsWith("FORM") && content.text(8, 3).equals("AIF")) {
      return Optional.of(FileType.sound("audio/aiff"));
    }
    if (content.startsWith("OggS")) {
      boolean moves = content.text(0, 512).contains("theora");
      return Optional.of(moves ? FileType.video("video/ogg") : FileType.sound("audio/ogg"));
    }
    if (content.startsWith("\u001AE\u00DF\u00A3")) {
      boolean web = content.text(0, 128).contains("webm");
      return Optional.of(FileType.video(web ? "video/webm" : "video/x-matroska"));
    }
    if (content.has(4, "ftyp")) {
      return Optional.of(ofBrand(content.text(8, 4)));
    }
    if (content.has(4, "moov") || content.has(4, "mdat")) {
      return Optional.of(FileType.video("video/quicktime"));
    }
    if (content.at(0) == 'G'
        && content.at(TRANSPORT_PACKET) == 'G'
        && content.at(2 * TRANSPORT_PACKET) == 'G') {
      return Optional.of(FileType.video("video/mp2t"));
    }
    return frames(content);
  }

  private static Optional<FileType> riff(String form) {
    return switch (form) {
      case "WAVE" -> Optional.of(FileType.sound("audio/wav"));
      case "AVI " -> Optional.of(FileType.video("video/x-msvideo"));
      case "WEBP" -> Optional.of(FileType.pages("image/webp"));
      default -> Optional.empty();
    };
  }

  /** The brand of an ISO base media file (ISO/IEC 14496-12). */
  private static FileType ofBrand(String brand) {
    return switch (brand) {
      case "M4A ", "M4B " -> FileType.sound("audio/mp4");
      case "qt  " -> FileType.video("video/quicktime");
      case "heic", "heix", "hevc", "mif1", "msf1" -> FileType.other("image/heic");
      case "avif" -> FileType.other("image/avif");
      default -> FileType.video(brand.startsWith("3g") ? "video/3gpp" : "video/mp4");
    };
  }

  /** MPEG sound has no header: a frame must be followed by another where it ends. */
  private static Optional<FileType> frames(Content content) {
    int first = content.at(0) << 8 | content.at(1);
    if ((first & 0xFFF6) == 0xFFF0) {
      int length = (content.at(3) & 3) << 11 | content.at(4) << 3 | content.at(5) >> 5;
      return length > 7 && content.at(length) == 0xFF
          ? Optional.of(FileType.sound("audio/aac"))
          : Optional.empty();
    }
    int length = (first & 0xFFE6) == 0xFFE2 ? layer3Length(content) : 0;
    return length > 0 && content.at(length) == 0xFF && (content.at(length + 1) & 0xE0) == 0xE0
        ? Optional.of(FileType.sound("audio/mpeg"))
        : Optional.empty();
  }

  /** Bytes of an MPEG layer III frame; 0 when its header is none. */
  private static int layer3Length(Content content) {
    boolean first = (content.at(1) & 0x18) == 0x18;
    int[] rates =
        first
            ? new int[] {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0}
            : new int[] {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0};
    int[] frequencies = {44_100, 48_000, 32_000, 0};
    int rate = rates[content.at(2) >> 4 & 15];
    int frequency = frequencies[content.at(2) >> 2 & 3];
    if (rate == 0 || frequency == 0) {
      return 0;
    }
    int divisor = (content.at(1) & 0x18) == 0x18 ? 1 : (content.at(1) & 0x18) == 0x10 ? 2 : 4;
    int padding = content.at(2) >> 1 & 1;
    return (first ? 144_000 : 72_000) * rate / (frequency / divisor) + padding;
  }
}
