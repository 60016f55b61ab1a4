/** Invents an agency's people and papers, and measures the running service with them. */
@ApplicationModule(allowedDependencies = {"vocabulary", "recognition", "vault"})
@NullMarked
package io.huodang.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
