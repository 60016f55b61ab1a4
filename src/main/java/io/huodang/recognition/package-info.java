/**
 * Turns image bytes into upright pages, words with boxes and derivatives: pure code that runs
 * inside a worker.
 */
@ApplicationModule(allowedDependencies = "vocabulary")
@NullMarked
package io.huodang.recognition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
