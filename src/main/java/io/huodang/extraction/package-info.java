/**
 * Turns a page's words into typed key fields, as the document types in {@code ingest/} say; runs
 * inside a worker.
 */
@ApplicationModule(allowedDependencies = {"vocabulary", "recognition"})
@NullMarked
package io.huodang.extraction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
