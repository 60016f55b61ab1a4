package io.huodang.vocabulary;

import java.util.Map;

/**
 * Something was asked that cannot be done, for a reason the asker can understand.
 *
 * <p>The message says what happened, to which thing, and what to do next; it never holds a full ID
 * number. The code is stable and countable, in lower-case words joined by hyphens ({@code
 * digest-mismatch}).
 */
public class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  public Refusal(String code, String message) {
    super(message);
    this.code = code;
  }

  public Refusal(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /**
   * What else the asker should know, for a problem document: never a full ID number. Values are
   * texts, numbers, and lists and maps of those.
   */
  public Map<String, Object> details() {
    return Map.of();
  }

  /** The stable, countable code, for example {@code digest-mismatch}. */
  public final String code() {
    return code;
  }
}
