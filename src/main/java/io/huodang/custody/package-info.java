/** The two tracks held against each other: where the paper is, and how far the image is (双轨制). */
@ApplicationModule(
    allowedDependencies = {"vocabulary", "catalog", "search", "access", "audit", "web"})
@NullMarked
package io.huodang.custody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
