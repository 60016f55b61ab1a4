/** Someone's desk: what waits for them, the searches they keep, and what they opened last. */
@ApplicationModule(
    allowedDependencies = {
      "vocabulary",
      "access",
      "audit",
      "catalog",
      "intake",
      "keying",
      "search",
      "viewing",
      "web"
    })
@NullMarked
package io.huodang.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
