package io.huodang.access;

/** What someone may do; {@link Role} says who may. */
public enum Action {
  /** Have a session or token at all: own password, own language. */
  BE_SIGNED_IN,
  /** Look for people, items and text. */
  SEARCH,
  /** Open a person's file. */
  VIEW_PERSON,
  /** Open an item. */
  VIEW_ITEM,
  /** See the image or the text of a page. */
  VIEW_PAGE,
  /** See a citizen ID in full, for a purpose that is recorded. */
  REVEAL_ID,
  /** Deliver files. */
  UPLOAD,
  /** Follow batches and their files. */
  SEE_BATCHES,
  /** Change items and links, merge persons. */
  CORRECT,
  /** Key what could not be read surely. */
  KEY,
  /** Import the roster. */
  IMPORT_ROSTER,
  /** See how well pages are read, with values that were not. */
  SEE_ACCURACY,
  /** See and take away which papers and images of the agency do not match. */
  SEE_TRACKS,
  /** Register that all that stands at a location went to another one. */
  MOVE_SHELVES,
  /** Make and disable users, make and revoke tokens. */
  MANAGE_USERS,
  /** Read and prove the audit. */
  READ_AUDIT,
  /** See the health of the parts, rebuild the index. */
  OPERATE
}
