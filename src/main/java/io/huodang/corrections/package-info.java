/**
 * Lets people put right what the program made of an item: fields, links, arrangement, persons; each
 * change with who and why, and undone as it was made.
 */
@ApplicationModule(
    allowedDependencies = {
      "vocabulary",
      "extraction",
      "workers",
      "catalog",
      "intake",
      "viewing",
      "access",
      "audit",
      "web"
    })
@NullMarked
package io.huodang.corrections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
