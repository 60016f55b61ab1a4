/**
 * What IIIF's viewers ask for and are told: the Image API 3.0 (region, size, rotation, quality,
 * format) on a page as it is shown, and the Presentation API 3.0 of an item.
 */
@NullMarked
package io.huodang.viewing.iiif;

import org.jspecify.annotations.NullMarked;
