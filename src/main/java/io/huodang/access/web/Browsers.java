package io.huodang.access.web;

import io.huodang.access.From;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a browser says of itself, in two words that its owner recognizes in a list. */
final class Browsers {
  // The first that fits: Edge also calls itself Chrome, and Chrome also calls itself Safari.
  private static final List<String> PROGRAMS =
      List.of("Edg", "Firefox", "QQBrowser", "OPR", "Chrome", "Safari");
  private static final List<String> SYSTEMS =
      List.of("Windows", "Android", "iPhone", "iPad", "Mac OS", "Linux");

  private Browsers() {}

  static From from(HttpServletRequest request) {
    return new From(request.getRemoteAddr(), name(request.getHeader("User-Agent")));
  }

  static @Nullable String name(@Nullable String userAgent) {
    if (userAgent == null) {
      return null;
    }
    String program = first(PROGRAMS, userAgent);
    String system = first(SYSTEMS, userAgent);
    if (program == null) {
      return system;
    }
    String spoken = program.equals("Edg") ? "Edge" : program.equals("OPR") ? "Opera" : program;
    return system == null ? spoken : spoken + " · " + system;
  }

  private static @Nullable String first(List<String> words, String text) {
    return words.stream().filter(text::contains).findFirst().orElse(null);
  }
}
