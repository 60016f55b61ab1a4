/** Searching over HTTP. */
@NullMarked
package io.huodang.search.web;

import org.jspecify.annotations.NullMarked;
