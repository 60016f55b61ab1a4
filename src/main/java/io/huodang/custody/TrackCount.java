package io.huodang.custody;

import io.huodang.catalog.Item.ImageState;
import io.huodang.catalog.Item.PaperState;

/** How many items have their paper and their image in these states. */
public record TrackCount(PaperState paper, ImageState image, long items) {}
