/**
 * Makes the table of characters that look alike; run by hand when the table is to be made again.
 */
@NullMarked
package io.huodang.search.lookalikes;

import org.jspecify.annotations.NullMarked;
