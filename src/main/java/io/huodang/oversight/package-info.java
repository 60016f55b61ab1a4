/**
 * What an auditor reads: who saw and changed what and why, and the proof that it was not altered.
 */
@ApplicationModule(
    allowedDependencies = {
      "vocabulary",
      "access",
      "audit",
      "catalog",
      "intake",
      "search",
      "viewing",
      "web"
    })
@NullMarked
package io.huodang.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
