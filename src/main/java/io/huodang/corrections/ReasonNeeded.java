package io.huodang.corrections;

import io.huodang.vocabulary.Refusal;
import java.util.List;
import java.util.Map;

/** Something speaks against a merge, and nothing was said for it. */
public final class ReasonNeeded extends Refusal {
  private static final long serialVersionUID = 1L;

  private final transient List<MergeWarning> warnings;

  ReasonNeeded(List<MergeWarning> warnings) {
    super(
        "reason-needed",
        "Something speaks against the two being one person; say why they are all the same.");
    this.warnings = List.copyOf(warnings);
  }

  @Override
  public Map<String, Object> details() {
    return Map.of("warnings", warnings.stream().map(MergeWarning::word).toList());
  }
}
