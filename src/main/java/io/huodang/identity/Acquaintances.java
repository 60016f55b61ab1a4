package io.huodang.identity;

import java.util.List;

/** The people among whom a claimant is looked for: the registry, or a roster in memory. */
interface Acquaintances {

  /**
   * Everyone who might be the claimant, and everyone who could be taken for the claimant: bearers
   * of a number that was read or is one slip from it, and namesakes who share something more. A
   * name alone finds nobody.
   */
  List<Known> near(Claimant claimant);
}
