package io.huodang.recognition.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Tells files apart by what is in them, never by their names. */
final class FileTypes {
  /** So far into a file may a PDF begin (ISO 32000-1, annex H, note 13). */
  private static final int PDF_WITHIN = 1024;

  private record Signature(String characters, FileType type) {}

  private static final List<Signature> SIGNATURES =
      List.of(
          new Signature("II*\0", FileType.pages("image/tiff")),
          new Signature("MM\0*", FileType.pages("image/tiff")),
          new Signature("II+\0", FileType.pages("image/tiff")),
          new Signature("MM\0+", FileType.pages("image/tiff")),
          new Signature("\u00FF\u00D8\u00FF", FileType.pages("image/jpeg")),
          new Signature("\u0089PNG\r\n\u001A\n", FileType.pages("image/png")),
          new Signature("%PDF-", FileType.pages("application/pdf")),
          new Signature("\0\0\0\fjP  \r\n\u0087\n", FileType.pages("image/jp2")),
          new Signature("\u00FF\u004F\u00FF\u0051", FileType.pages("image/jp2")),
          new Signature("GIF8", FileType.other("image/gif")),
          new Signature("8BPS", FileType.other("image/vnd.adobe.photoshop")),
          new Signature("AT&TFORM", FileType.other("image/vnd.djvu")),
          new Signature("AC10", FileType.other("image/vnd.dwg")),
          new Signature("fLaC", FileType.sound("audio/flac")),
          new Signature("#!AMR", FileType.sound("audio/amr")),
          new Signature("MThd", FileType.sound("audio/midi")),
          new Signature("ID3", FileType.sound("audio/mpeg")),
          new Signature("FLV\1", FileType.video("video/x-flv")),
          new Signature("\0\0\1\u00BA", FileType.video("video/mpeg")),
          new Signature("\0\0\1\u00B3", FileType.video("video/mpeg")),
          new Signature(
              "0&\u00B2u\u008Ef\u00CF\u0011\u00A6\u00D9\0\u00AA\0b\u00CEl",
              FileType.video("video/x-ms-asf")),
          new Signature("Rar!\u001A\7", FileType.other("application/vnd.rar")),
          new Signature("7z\u00BC\u00AF'\u001C", FileType.other("application/x-7z-compressed")),
          new Signature("\u001F\u008B", FileType.other("application/gzip")),
          new Signature("BZh", FileType.other("application/x-bzip2")),
          new Signature("\u00FD7zXZ\0", FileType.other("application/x-xz")),
          new Signature("{\\rtf", FileType.other("application/rtf")),
          new Signature("%!PS", FileType.other("application/postscript")),
          new Signature("\u007FELF", FileType.other("application/x-elf")),
          new Signature("MZ", FileType.other("application/vnd.microsoft.portable-executable")));

  private FileTypes() {}

  static FileType of(Path file) throws IOException {
    Content content = Content.of(file);
    for (Signature signature : SIGNATURES) {
      if (content.startsWith(signature.characters())) {
        return signature.type();
      }
    }
    if (Bitmap.is(content)) {
      return FileType.pages("image/bmp");
    }
    if (content.startsWith("PK\3\4") || content.startsWith("PK\5\6")) {
      return Packages.ofZip(content);
    }
    if (content.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
      return Packages.ofCompoundFile(file, content);
    }
    if (content.has(257, "ustar")) {
      return FileType.other("application/x-tar");
    }
    return Media.of(content)
        .or(() -> Texts.of(content))
        .orElse(
            content.text(0, PDF_WITHIN).contains("%PDF-")
                ? FileType.pages("application/pdf")
                : FileType.UNKNOWN);
  }
}
