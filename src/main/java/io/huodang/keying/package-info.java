/** Hands out what a person has to key: handwriting and doubtful keys, to one clerk at a time. */
@ApplicationModule(
    allowedDependencies = {
      "vocabulary",
      "recognition",
      "extraction",
      "catalog",
      "corrections",
      "viewing",
      "access",
      "audit",
      "web"
    })
@NullMarked
package io.huodang.keying;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
