/** The command line. */
@ApplicationModule(
    allowedDependencies = {
      "vocabulary",
      "local",
      "vault",
      "preservation",
      "workers",
      "recognition",
      "extraction",
      "identity",
      "roster",
      "invented",
      "bench"
    })
@NullMarked
package io.huodang.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
