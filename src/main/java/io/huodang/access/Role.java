package io.huodang.access;

import static io.huodang.access.Action.BE_SIGNED_IN;
import static io.huodang.access.Action.CORRECT;
import static io.huodang.access.Action.IMPORT_ROSTER;
import static io.huodang.access.Action.KEY;
import static io.huodang.access.Action.MOVE_SHELVES;
import static io.huodang.access.Action.READ_AUDIT;
import static io.huodang.access.Action.REVEAL_ID;
import static io.huodang.access.Action.SEARCH;
import static io.huodang.access.Action.SEE_ACCURACY;
import static io.huodang.access.Action.SEE_BATCHES;
import static io.huodang.access.Action.SEE_TRACKS;
import static io.huodang.access.Action.UPLOAD;
import static io.huodang.access.Action.VIEW_ITEM;
import static io.huodang.access.Action.VIEW_PAGE;
import static io.huodang.access.Action.VIEW_PERSON;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What kind of user someone is, and what that kind may do. What is not listed is denied. */
public enum Role {
  ADMINISTRATOR(true, EnumSet.allOf(Action.class)),
  ARCHIVIST(
      true,
      EnumSet.of(
          SEARCH,
          VIEW_PERSON,
          VIEW_ITEM,
          VIEW_PAGE,
          REVEAL_ID,
          UPLOAD,
          SEE_BATCHES,
          CORRECT,
          KEY,
          IMPORT_ROSTER,
          SEE_ACCURACY,
          SEE_TRACKS,
          MOVE_SHELVES)),
  CLERK(
      true,
      EnumSet.of(
          SEARCH, VIEW_PERSON, VIEW_ITEM, VIEW_PAGE, REVEAL_ID, UPLOAD, SEE_BATCHES, CORRECT, KEY)),
  REVIEWER(true, EnumSet.of(SEARCH, VIEW_PERSON, VIEW_ITEM, VIEW_PAGE, REVEAL_ID, SEE_BATCHES)),
  AUDITOR(
      true,
      EnumSet.of(
          SEARCH,
          VIEW_PERSON,
          VIEW_ITEM,
          VIEW_PAGE,
          REVEAL_ID,
          SEE_BATCHES,
          READ_AUDIT,
          SEE_ACCURACY,
          SEE_TRACKS)),
  VENDOR(false, EnumSet.of(UPLOAD, SEE_BATCHES, VIEW_ITEM, VIEW_PAGE, KEY)),
  EMPLOYER(false, EnumSet.of(UPLOAD, SEE_BATCHES, VIEW_ITEM, VIEW_PAGE));

  private final boolean everything;
  private final Set<Action> actions;

  Role(boolean everything, EnumSet<Action> actions) {
    actions.add(BE_SIGNED_IN);
    this.everything = everything;
    this.actions = actions;
  }

  /** The word of SQL, the API and the command line, for example {@code clerk}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of that word, or empty. */
  public static Optional<Role> ofWord(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  /** Whether all archives of the agency are open to it, or only own deliveries and grants. */
  public boolean seesEverything() {
    return everything;
  }

  /** Whether the kind of user may do it at all. */
  public boolean may(Action action) {
    return actions.contains(action);
  }
}
