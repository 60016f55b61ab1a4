package io.huodang;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;
import io.huodang.vocabulary.CitizenIds;

/**
 * The last net below everything that logs: no citizen ID reaches a line. What stands there instead
 * is looked for in the logs of every test run, because whoever let it come so far has to mend it.
 */
public final class LogLine extends CompositeConverter<ILoggingEvent> {
  /** What stands in the place of a number. */
  public static final String WITHHELD = "[a citizen ID was withheld]";

  @Override
  protected String transform(ILoggingEvent event, String line) {
    return CitizenIds.replaceIn(line, WITHHELD);
  }
}
