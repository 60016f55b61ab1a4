package io.huodang.recognition;

/** What came of opening a delivered file. */
public sealed interface FileOutcome {

  /**
   * The file has pages that can be decoded.
   *
   * @param mediaType by its content, not its name, for example {@code image/tiff}
   * @param pages at least 1
   */
  record Opened(String mediaType, int pages) implements FileOutcome {}

  /**
   * The file is sound, video or anything else that has no pages to show; it is kept as it is.
   *
   * @param mediaType by its content, not its name; {@code application/octet-stream} when unknown
   * @param kind what it is to an archive, never {@link FileKind#PAGES}
   */
  record WithoutPages(String mediaType, FileKind kind) implements FileOutcome {}

  /**
   * The file cannot be decoded; its bytes are kept.
   *
   * @param code countable, for example {@code empty-file}, {@code encrypted}, {@code truncated},
   *     {@code too-large}
   * @param text one sentence for a person: what is wrong and what to do
   */
  record Refused(String code, String text) implements FileOutcome {}
}
