package io.huodang.vocabulary;

/** How urgent work is, most urgent first: a person is waiting, an employer will look, nobody is. */
public enum Lane {
  /** Captured at the counter, with the person waiting. */
  HALL,
  /** Uploaded by an employer for a case of its own. */
  EMPLOYER,
  /** Delivered in bulk: history, vendors. */
  HISTORY
}
