package io.huodang.intake;

/**
 * What one step adds to its batch's counts. Starts from {@link #NONE}.
 *
 * @param opened files opened
 * @param quarantinedFiles files that cannot be opened, or none of whose pages can be read
 * @param pages pages counted
 * @param recognised pages read
 * @param linked pages of items whose persons were decided
 * @param findable pages in the index
 * @param flagged pages that a person should look at
 * @param quarantinedPages pages that cannot be read
 */
public record Progress(
    int opened,
    int quarantinedFiles,
    int pages,
    int recognised,
    int linked,
    int findable,
    int flagged,
    int quarantinedPages) {
  private static final Progress NONE = new Progress(0, 0, 0, 0, 0, 0, 0, 0);

  /** A file was opened and has this many pages. */
  public static Progress opened(int pages) {
    return new Progress(1, 0, pages, 0, 0, 0, 0, 0);
  }

  /** A file cannot be opened. */
  public static Progress fileQuarantined() {
    return new Progress(0, 1, 0, 0, 0, 0, 0, 0);
  }

  /** A page was read. */
  public static Progress recognised(boolean flagged) {
    return new Progress(0, 0, 0, 1, 0, 0, flagged ? 1 : 0, 0);
  }

  /**
   * A page cannot be read.
   *
   * @param withFile whether no page of its file can
   */
  public static Progress pageQuarantined(boolean withFile) {
    return new Progress(0, withFile ? 1 : 0, 0, 0, 0, 0, 0, 1);
  }

  /** The persons of an item of this many pages were decided. */
  public static Progress linked(int pages) {
    return new Progress(0, 0, 0, 0, pages, 0, 0, 0);
  }

  /** An item of this many pages can be found. */
  public static Progress findable(int pages) {
    return new Progress(0, 0, 0, 0, 0, pages, 0, 0);
  }

  /** That many pages turned out to be separator sheets, which are pages of nothing. */
  public static Progress separators(int sheets) {
    return new Progress(0, 0, -sheets, -sheets, 0, 0, 0, 0);
  }

  boolean isNothing() {
    return equals(NONE);
  }
}
