/** Who someone is and what they may see: the one place that decides. */
@ApplicationModule(allowedDependencies = {"vocabulary", "audit"})
@NullMarked
package io.huodang.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
