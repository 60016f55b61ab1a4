/** People, employers and places that do not exist, for forms and registries of tests. */
@NullMarked
package io.huodang.invented;

import org.jspecify.annotations.NullMarked;
