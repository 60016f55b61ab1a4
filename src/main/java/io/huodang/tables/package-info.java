/** Reads tables that people deliver as CSV: any usual encoding, separator and heading. */
@ApplicationModule(allowedDependencies = "vocabulary")
@NullMarked
package io.huodang.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
