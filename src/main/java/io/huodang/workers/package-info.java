/** Runs page workers as child processes: protocol, limits, restarts. */
@ApplicationModule(allowedDependencies = {"vocabulary", "recognition", "extraction"})
@NullMarked
package io.huodang.workers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
