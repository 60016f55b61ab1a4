/** The ledger: moves every page from delivered to findable, durably. */
@ApplicationModule(
    allowedDependencies = {
      "vocabulary",
      "access",
      "recognition",
      "extraction",
      "intake",
      "workers",
      "identity",
      "roster",
      "catalog",
      "vault",
      "search"
    })
@NullMarked
package io.huodang.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
