package io.huodang.search;

/**
 * Which of the indices behind the aliases: the ones that answer, or those that are being made ready
 * to.
 */
enum Generation {
  PRESENT(""),
  NEXT("-next");

  private final String ending;

  Generation(String ending) {
    this.ending = ending;
  }

  /** What its alias ends with. */
  String ending() {
    return ending;
  }
}
