package io.huodang.ingest;

/** Another node took this work over; what was done for it is rolled back. */
final class LeaseLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLost(Claim claim) {
    super("The lease of " + claim.step() + " " + claim.subject() + " was taken over");
  }
}
