/** The manners of every screen and call: problems, languages, layout, paging. */
@ApplicationModule(allowedDependencies = {"vocabulary", "access"})
@NullMarked
package io.huodang.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
