package io.huodang.workers;

/**
 * A worker did not survive a request, or did not answer it: three of these quarantine a page.
 *
 * <p>Thrown only for what a file may have caused itself.
 */
public final class WorkerFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  public WorkerFault(String code, String message) {
    super(message);
    this.code = code;
  }

  /**
   * Countable: {@code worker-crashed}, {@code worker-timeout}, {@code worker-memory}, {@code
   * worker-protocol}, {@code worker-error}.
   */
  public String code() {
    return code;
  }
}
