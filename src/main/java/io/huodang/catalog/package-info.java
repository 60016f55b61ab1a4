/**
 * The registry of record: fonds, items and versions, pages, persons, employers, identifiers, links,
 * paper state.
 */
@ApplicationModule(allowedDependencies = {"vocabulary", "access", "audit", "web"})
@NullMarked
package io.huodang.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
