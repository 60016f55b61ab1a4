package io.huodang.extraction;

import io.huodang.recognition.Area;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which passage stands to the right of another, or below it. */
final class Neighbours {
  private final List<Passage> passages;

  Neighbours(List<Passage> passages) {
    this.passages = passages;
  }

  /** The nearest in the same row; the next cell of a cell, even if it is empty. */
  Optional<Passage> rightOf(Passage passage) {
    Area here = passage.area();
    int reach = passage.ruled() ? here.height() : 10 * here.height();
    return passages.stream()
        .filter(other -> other != passage && other.ruled() == passage.ruled())
        .filter(other -> other.area().middleX() > here.right())
        .filter(other -> other.area().left() >= here.right() - here.height() / 2)
        .filter(other -> other.area().left() - here.right() <= reach)
        .filter(other -> sharesRow(here, other.area()))
        .min(Comparator.comparingInt(other -> other.area().left()));
  }

  /** The nearest in the same column. */
  Optional<Passage> below(Passage passage) {
    Area here = passage.area();
    int reach = passage.ruled() ? here.height() : 3 * here.height();
    return passages.stream()
        .filter(other -> other != passage && other.ruled() == passage.ruled())
        .filter(other -> other.area().middleY() > here.bottom())
        .filter(other -> other.area().top() - here.bottom() <= reach)
        .filter(other -> sharesColumn(here, other.area()))
        .min(Comparator.comparingInt(other -> other.area().top()));
  }

  static boolean sharesRow(Area a, Area b) {
    return a.sharedHeight(b) * 2 >= Math.min(a.height(), b.height());
  }

  static boolean sharesColumn(Area a, Area b) {
    return a.sharedWidth(b) * 2 >= Math.min(a.width(), b.width());
  }
}
