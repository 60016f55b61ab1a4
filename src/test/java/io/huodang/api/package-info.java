/** Holds the running server against {@code docs/openapi.yaml}. */
@NullMarked
package io.huodang.api;

import org.jspecify.annotations.NullMarked;
