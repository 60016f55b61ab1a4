/** The real parts that tests run against. */
@NullMarked
package io.huodang.testing;

import org.jspecify.annotations.NullMarked;
