package io.huodang.recognition;

/** What came of opening a delivered file. */
public sealed interface FileOutcome {

  /**
   * The file has pages that can be decoded.
   *
   * @param mediaType by its content, not its name: {@code image/tiff}, {@code image/jpeg}, {@code
   *     image/png}
   * @param pages at least 1
   */
  record Opened(String mediaType, int pages) implements FileOutcome {}

  /**
   * The file cannot be decoded; its bytes are kept.
   *
   * @param code countable, for example {@code empty-file}, {@code unknown-format}, {@code
   *     truncated}, {@code too-large}
   * @param text one sentence for a person: what is wrong and what to do
   */
  record Refused(String code, String text) implements FileOutcome {}
}
