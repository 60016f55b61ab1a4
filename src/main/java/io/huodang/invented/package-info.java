/**
 * People, employers and places that do not exist, for forms and registries of tests and benchmarks.
 */
@ApplicationModule(allowedDependencies = "vocabulary")
@NullMarked
package io.huodang.invented;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
