/** Draws true-to-life scans of invented people's forms, and writes down what stands on them. */
@NullMarked
package io.huodang.samples;

import org.jspecify.annotations.NullMarked;
