/** Decides whose a page is: evidence, margins, proposed and confirmed links. */
@ApplicationModule(allowedDependencies = {"vocabulary", "catalog", "roster"})
@NullMarked
package io.huodang.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
