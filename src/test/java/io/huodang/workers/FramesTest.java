package io.huodang.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huodang.extraction.Derivative;
import io.huodang.extraction.FieldReading;
import io.huodang.extraction.PageOutcome;
import io.huodang.extraction.PersonRow;
import io.huodang.recognition.Box;
import io.huodang.recognition.Condition;
import io.huodang.recognition.FileKind;
import io.huodang.recognition.FileOutcome;
import io.huodang.recognition.Filter;
import io.huodang.recognition.PageText;
import io.huodang.recognition.Preparation;
import io.huodang.recognition.TextLine;
import io.huodang.recognition.Word;
import io.huodang.vocabulary.SeparatorCode;
import io.huodang.vocabulary.SheetCorners;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {

  static Stream<Message> everyMessage() {
    Box box = new Box(1, 2, 30, 40);
    SheetCorners corners = SheetCorners.parse("0.1,0, 1,0, 1,1, 0,1").orElseThrow();
    return Stream.of(
        new Message.Hello(7, "engine 1.0"),
        new Message.Open(1, "/some/file"),
        new Message.Read(
            2, "/some/file", 3, "/out", Set.of("thumb", "screen"), true, -1, true, corners),
        new Message.Opened(1, new FileOutcome.Opened("image/tiff", 12)),
        new Message.Opened(1, new FileOutcome.Refused("truncated", "文件不完整")),
        new Message.Opened(1, new FileOutcome.WithoutPages("audio/wav", FileKind.SOUND)),
        new Message.PageRead(2, new PageOutcome.Refused("too-large", "…")),
        new Message.PageRead(
            3,
            new PageOutcome.Read(
                2480,
                3508,
                300,
                90,
                false,
                -1.25,
                false,
                new PageText(
                    "engine 1.0", List.of(new TextLine(List.of(new Word("姓名", box, 0.93))))),
                0.93,
                "pension-retirement-approval",
                "企业职工退休审批表",
                List.of(new FieldReading("personName", "王建国", 0.9, box, "ocr", List.of("王建囯"))),
                List.of(new PersonRow(1, "王建国", null, "8476679613", 0.5, box)),
                List.of(new Derivative("thumb", "thumb.jpg", "image/jpeg", 240, 339)),
                new Condition(
                    Condition.Tone.COLOUR,
                    0.01,
                    new Preparation(
                        90,
                        -1.25,
                        1,
                        300,
                        false,
                        List.of(new Preparation.Corner(12, 30)),
                        List.of(new Preparation.InkOff(box, "#5040b0")),
                        false,
                        0.02,
                        30,
                        7,
                        140,
                        1.5,
                        Filter.SMOOTHED)),
                new SeparatorCode("J001"),
                null,
                1.03)),
        new Message.Failed(4, "java.lang.IllegalStateException at somewhere"));
  }

  @ParameterizedTest
  @MethodSource("everyMessage")
  void carriesEveryMessageUnchanged(Message message) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Frames.write(out, message);
    Frames.write(out, message);

    ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
    assertThat(Frames.read(in)).isEqualTo(message);
    assertThat(Frames.read(in)).isEqualTo(message);
    assertThat(Frames.read(in)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000",
        "\u0000\u0000\u0000",
        "\u0000\u0000\u0000\u0005{}",
        "\u0000\u0000\u0000\u0002{}",
        "\u0000\u0000\u0000\u0002xx",
        "\u007f\u0000\u0000\u0000",
        "\u0000\u0000\u0000\u0000"
      })
  void takesNothingElseForAMessage(String rubbish) {
    byte[] bytes = rubbish.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream(bytes)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void takesNoNumberBelowZeroForALength() {
    byte[] bytes = {-1, -1, -1, -1, 0};

    assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream(bytes)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("4294967295");
  }
}
