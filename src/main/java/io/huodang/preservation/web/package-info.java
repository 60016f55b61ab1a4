/** The calls of upkeep. */
@NullMarked
package io.huodang.preservation.web;

import org.jspecify.annotations.NullMarked;
