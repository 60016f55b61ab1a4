package io.huodang;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A failure in a log: its kinds and places, and its messages only where they are known to quote
 * nothing. Those of databases, of parsers and of file systems quote what they were given, names and
 * numbers of people among it.
 */
public final class LogTrace extends ThrowableProxyConverter {
  private static final int FRAMES = 20;
  private static final int CAUSES = 6;

  /** Our own, the network's, and what a server says that does not come up. */
  private static final Pattern QUOTES_NOTHING =
      Pattern.compile(
          "io\\.huodang\\..*|java\\.io\\.IOException|java\\.net\\..*|java\\.util\\.concurrent\\..*"
              + "|java\\.lang\\.(NullPointerException|[A-Za-z]*Error)"
              + "|org\\.springframework\\.(beans|boot|context)\\..*|org\\.flywaydb\\..*");

  @Override
  protected String throwableProxyToString(IThrowableProxy failure) {
    StringBuilder out = new StringBuilder();
    @Nullable IThrowableProxy at = failure;
    for (int depth = 0; at != null && depth < CAUSES; depth++, at = at.getCause()) {
      out.append(depth == 0 ? "" : "caused by ").append(at.getClassName());
      if (at.getMessage() != null && QUOTES_NOTHING.matcher(at.getClassName()).matches()) {
        out.append(": ").append(at.getMessage());
      }
      out.append('\n');
      int frames = Math.min(FRAMES, at.getStackTraceElementProxyArray().length);
      for (int i = 0; i < frames; i++) {
        out.append("    ");
        ThrowableProxyUtil.subjoinSTEP(out, at.getStackTraceElementProxyArray()[i]);
        out.append('\n');
      }
    }
    return out.toString();
  }
}
