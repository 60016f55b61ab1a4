/** Takes in batches: every delivered file is kept byte for byte before it is acknowledged. */
@ApplicationModule(
    allowedDependencies = {
      "vocabulary",
      "tables",
      "extraction",
      "vault",
      "catalog",
      "access",
      "audit",
      "web"
    })
@NullMarked
package io.huodang.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
