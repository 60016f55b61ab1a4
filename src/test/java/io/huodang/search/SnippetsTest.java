package io.huodang.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.recognition.Box;
import io.huodang.recognition.PageText;
import io.huodang.recognition.TextLine;
import io.huodang.recognition.Word;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SnippetsTest {
  private static final PageText PAGE =
      new PageText(
          "tesseract",
          Stream.of("王建国 1951年生", "371881195102243059", "参保号 1386 6679")
              .map(SnippetsTest::line)
              .toList());

  private static TextLine line(String text) {
    return new TextLine(List.of(new Word(text, new Box(0, 0, 1, 1), 1)));
  }

  private static String html(String query) {
    return Snippets.of(PAGE, Question.of(query)).html();
  }

  @Test
  void marksANumberWhereItStandsAloneAndNotWithinAnother() {
    assertThat(html("王建国 1951"))
        .contains("<em>王建国</em> <em>1951</em>年")
        .contains("371881********3059");
  }

  @Test
  void marksAWholeNumberHoweverItIsSpaced() {
    assertThat(html("13866679")).contains("<em>1386 6679</em>");
    assertThat(html("371881195102243059")).contains("<em>371881********3059</em>");
  }

  @Test
  void marksWhatIsTypedOfAMaskedNumber() {
    assertThat(html("371881********3059")).contains("<em>371881</em>");
  }
}
