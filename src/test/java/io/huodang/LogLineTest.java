package io.huodang;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the pattern of logback-spring.xml makes of a line and a failure. */
class LogLineTest {
  private static final Pattern PATTERN = Pattern.compile("name=\"pattern\"\\s+value=\"([^\"]+)\"");
  private static final String SEVENTEEN = "37108119600101123";
  private static final String ID = SEVENTEEN + CitizenId.checkOf(SEVENTEEN);

  @Test
  void aCitizenIdIsWithheldAndTheRestOfTheLineStays() throws IOException {
    assertThat(line("Searched for " + ID + " twice", null))
        .endsWith("Searched for " + LogLine.WITHHELD + " twice\n");
  }

  @Test
  void aLineWithoutOneStaysAsItIs() throws IOException {
    assertThat(line("Batch 01a20e2d-fe05-7b32-aa6c-767a54f84163 is done", null))
        .endsWith("Batch 01a20e2d-fe05-7b32-aa6c-767a54f84163 is done\n");
  }

  @Test
  void messagesThatQuoteWhatWasGivenAreLeftOut() throws IOException {
    Exception failure =
        new IllegalStateException(
            "For 王建国", new SQLException("Key (folded)=(王建国) already exists."));

    assertThat(line("A step failed", failure))
        .contains(
            "java.lang.IllegalStateException", "caused by java.sql.SQLException", "LogLineTest")
        .doesNotContain("王建国");
  }

  @Test
  void messagesThatQuoteNothingAreTold() throws IOException {
    Exception failure =
        new Refusal(
            "disk-full", "The disk has no room.", new IOException("No space left on device"));

    assertThat(line("A step failed", failure))
        .contains("The disk has no room.", "No space left on device");
  }

  private static String line(String message, @Nullable Throwable failure) throws IOException {
    Matcher pattern =
        PATTERN.matcher(Files.readString(Path.of("src/main/resources/logback-spring.xml")));
    assertThat(pattern.find()).isTrue();
    LoggerContext context = new LoggerContext();
    PatternLayout layout = new PatternLayout();
    layout.setContext(context);
    layout.getInstanceConverterMap().put("line", LogLine::new);
    layout.getInstanceConverterMap().put("trace", LogTrace::new);
    layout.setPattern(pattern.group(1));
    layout.start();
    return layout.doLayout(
        new LoggingEvent("", context.getLogger("test"), Level.ERROR, message, failure, null));
  }
}
