package io.huodang.access;

import java.util.List;

/** Which things someone may see at all; every search filters by it. */
public sealed interface Rights {

  /** Whether a thing with those terms may be seen. */
  boolean cover(Terms thing);

  /** All archives of the agency. */
  record Everything() implements Rights {
    @Override
    public boolean cover(Terms thing) {
      return true;
    }
  }

  /** Only what one of the grants covers; nothing when there is none. */
  record Granted(List<Terms> grants) implements Rights {
    public Granted {
      grants = List.copyOf(grants);
    }

    @Override
    public boolean cover(Terms thing) {
      return grants.stream().anyMatch(grant -> grant.covers(thing));
    }
  }
}
