/** The agency's list of persons (参保名册): reads it, compares it with the last one, keeps both. */
@ApplicationModule(
    allowedDependencies = {
      "vocabulary",
      "tables",
      "extraction",
      "access",
      "audit",
      "catalog",
      "web"
    })
@NullMarked
package io.huodang.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
