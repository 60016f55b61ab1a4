package io.huodang.testing;

import tools.jackson.databind.JsonNode;

/** The running service did not do what it was asked. */
public final class ServiceRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient JsonNode problem;

  ServiceRefused(int status, JsonNode problem) {
    super(status + " " + problem);
    this.status = status;
    this.problem = problem;
  }

  /** What HTTP calls it. */
  public int status() {
    return status;
  }

  /** The problem's countable code. */
  public String code() {
    return problem.path("code").asString("");
  }
}
