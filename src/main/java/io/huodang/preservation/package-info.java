/** Proves that nothing is lost or changed, and says what to do where it is. */
@ApplicationModule(
    allowedDependencies = {"vocabulary", "access", "audit", "catalog", "vault", "search", "web"})
@NullMarked
package io.huodang.preservation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
