package io.huodang.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files without pages are told apart by what is in them, whatever they are called. */
class FileTypesTest {
  @TempDir Path directory;

  @Test
  void soundIsHeardByItsHeader() throws IOException {
    AudioFormat format = new AudioFormat(8000, 16, 1, true, false);
    byte[] silence = new byte[16_000];
    ByteArrayOutputStream wav = new ByteArrayOutputStream();
    try (AudioInputStream sound =
        new AudioInputStream(new java.io.ByteArrayInputStream(silence), format, 8000)) {
      AudioSystem.write(sound, AudioFileFormat.Type.WAVE, wav);
    }

    assertThat(open(wav.toByteArray()))
        .isEqualTo(new FileOutcome.WithoutPages("audio/wav", FileKind.SOUND));
  }

  @ParameterizedTest
  @CsvSource({
    "0000001866747970 6d703432, video/mp4, VIDEO",
    "0000001466747970 71742020, video/quicktime, VIDEO",
    "0000001466747970 4d344120, audio/mp4, SOUND",
    "0000001466747970 68656963, image/heic, OTHER",
    "1A45DFA3 9F4286810142F7810142F2810442F381084282847765626D, video/webm, VIDEO",
    "4F676753 0002, audio/ogg, SOUND",
    "52494646 00000000 41564920, video/x-msvideo, VIDEO",
    "664C6143, audio/flac, SOUND",
    "49443303, audio/mpeg, SOUND",
    "526172211A07, application/vnd.rar, OTHER",
    "4D5A9000, application/vnd.microsoft.portable-executable, OTHER"
  })
  void eachByItsSignature(String hex, String mediaType, FileKind kind) throws IOException {
    byte[] start = java.util.HexFormat.of().parseHex(hex.replace(" ", ""));

    assertThat(open(java.util.Arrays.copyOf(start, 600)))
        .isEqualTo(new FileOutcome.WithoutPages(mediaType, kind));
  }

  @Test
  void officeDocumentsAreZipsOfTheirOwnKind() throws IOException {
    assertThat(open(zip("[Content_Types].xml", "word/document.xml")))
        .isEqualTo(
            other("application/vnd.openxmlformats-officedocument.wordprocessingml.document"));
    assertThat(open(zip("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml")))
        .isEqualTo(other("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
    assertThat(open(zip("OFD.xml", "Doc_0/Document.xml"))).isEqualTo(other("application/ofd"));
    assertThat(open(zip("a.zip", "b.zip"))).isEqualTo(other("application/zip"));
  }

  @Test
  void aWordInsideAZipMakesNoDocumentOfIt() throws IOException {
    assertThat(open(zip("letters/word/document.xml"))).isEqualTo(other("application/zip"));
  }

  @Test
  void textsAreTextInTheEncodingsOfTheHouse() throws IOException {
    String letter = "这不是图像，是一封信。\r\n".repeat(20);

    assertThat(open(letter.getBytes(StandardCharsets.UTF_8))).isEqualTo(other("text/plain"));
    assertThat(open(letter.getBytes(Charset.forName("GB18030")))).isEqualTo(other("text/plain"));
  }

  @Test
  void pagesOfTheWebAreKnownForWhatTheyAre() throws IOException {
    byte[] html = " <!DOCTYPE html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    byte[] svg =
        "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"
            .getBytes(StandardCharsets.UTF_8);

    assertThat(open(html)).isEqualTo(other("text/html"));
    assertThat(open(svg)).isEqualTo(other("image/svg+xml"));
  }

  @Test
  void whatNobodyKnowsIsBytes() throws IOException {
    byte[] noise = new byte[100_000];
    new Random(7).nextBytes(noise);
    noise[0] = 0;

    assertThat(open(noise)).isEqualTo(other("application/octet-stream"));
    assertThat(open(new byte[] {1})).isEqualTo(other("application/octet-stream"));
  }

  private static FileOutcome other(String mediaType) {
    return new FileOutcome.WithoutPages(mediaType, FileKind.OTHER);
  }

  private FileOutcome open(byte[] bytes) throws IOException {
    try (PageFiles files = new PageFiles()) {
      return files.open(Files.write(directory.resolve("scan.tif"), bytes));
    }
  }

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
