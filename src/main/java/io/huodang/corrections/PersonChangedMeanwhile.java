package io.huodang.corrections;

import io.huodang.catalog.Person;
import io.huodang.vocabulary.Refusal;
import java.util.Map;

/** Someone else changed the person since they were looked at; nothing was set. */
public final class PersonChangedMeanwhile extends Refusal {
  private static final long serialVersionUID = 1L;

  private final transient Person person;

  PersonChangedMeanwhile(Person person) {
    super(
        "changed-meanwhile",
        "The person was changed since you looked; look again, and send yours with the present"
            + " revision.");
    this.person = person;
  }

  @Override
  public Map<String, Object> details() {
    return Map.of("personId", person.id(), "currentRevision", person.revision());
  }
}
