/**
 * What an operator watches: whether each part works, what waits, what is stuck, how fast it goes.
 */
@ApplicationModule(
    allowedDependencies = {
      "vocabulary",
      "access",
      "ingest",
      "preservation",
      "search",
      "vault",
      "workers",
      "web"
    })
@NullMarked
package io.huodang.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
