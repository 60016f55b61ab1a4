/** The append-only, tamper-evident record of who saw and changed what, and why. */
@ApplicationModule(allowedDependencies = "vocabulary")
@NullMarked
package io.huodang.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
