/** Shows a file: its people, items and page images. */
@ApplicationModule(
    allowedDependencies = {
      "vocabulary",
      "recognition",
      "extraction",
      "catalog",
      "intake",
      "vault",
      "workers",
      "search",
      "access",
      "audit",
      "web"
    })
@NullMarked
package io.huodang.viewing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
