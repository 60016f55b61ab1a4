/** The desk in the browser, and its kept searches over HTTP. */
@NullMarked
package io.huodang.desk.web;

import org.jspecify.annotations.NullMarked;
