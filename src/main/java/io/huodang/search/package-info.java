/**
 * Finds people, items and text: a projection of the catalog in Elasticsearch, with PostgreSQL to
 * fall back on.
 */
@ApplicationModule(
    allowedDependencies = {
      "vocabulary",
      "catalog",
      "vault",
      "access",
      "audit",
      "recognition",
      "web"
    })
@NullMarked
package io.huodang.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
