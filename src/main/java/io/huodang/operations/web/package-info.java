/** The operator's screen, and the metrics for a monitor. */
@NullMarked
package io.huodang.operations.web;

import org.jspecify.annotations.NullMarked;
