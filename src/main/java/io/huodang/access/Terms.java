package io.huodang.access;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rights terms of a thing that can be shown, or of a grant. In a grant, null means any; all the
 * terms that it names must hold together.
 */
public record Terms(
    @Nullable UUID fonds,
    @Nullable UUID category,
    @Nullable UUID batch,
    @Nullable String caseNumber) {

  /** Of what belongs to nothing as yet, or does not exist: covered by no grant. */
  public static final Terms NONE = new Terms(null, null, null, null);

  /** Whether this grant covers a thing with those terms. */
  public boolean covers(Terms thing) {
    return fits(fonds, thing.fonds)
        && fits(category, thing.category)
        && fits(batch, thing.batch)
        && fits(caseNumber, thing.caseNumber);
  }

  /** Whether this grant names nothing and so would cover everything. */
  boolean isBlank() {
    return fonds == null && category == null && batch == null && caseNumber == null;
  }

  private static boolean fits(@Nullable Object granted, @Nullable Object found) {
    return granted == null || Objects.equals(granted, found);
  }
}
