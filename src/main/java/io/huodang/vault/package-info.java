/** Keeps bytes under their hash, on disk or in S3, and proves they have not changed. */
@ApplicationModule(allowedDependencies = "vocabulary")
@NullMarked
package io.huodang.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
