package io.huodang.corrections;

import io.huodang.catalog.Link;
import io.huodang.vocabulary.Refusal;
import java.util.Locale;
import java.util.Map;

/** Someone else decided the link since it was looked at. */
public final class LinkChanged extends Refusal {
  private static final long serialVersionUID = 1L;

  private final transient Link link;

  LinkChanged(Link link) {
    super(
        "changed-meanwhile",
        "The link was decided since you looked at it; look again, and send yours with the present"
            + " revision.");
    this.link = link;
  }

  @Override
  public Map<String, Object> details() {
    Link.Decision decision = link.decision();
    return Map.of(
        "linkId",
        link.id(),
        "currentRevision",
        link.revision(),
        "state",
        link.state().name().toLowerCase(Locale.ROOT),
        "decidedBy",
        decision == null ? "" : decision.name());
  }
}
