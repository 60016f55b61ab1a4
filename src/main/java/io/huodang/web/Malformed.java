package io.huodang.web;

import io.huodang.vocabulary.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Which part of a request cannot be read, and what would be read there. Only names that are ours
 * are repeated: whatever was sent instead may be somebody's name or number.
 */
final class Malformed {
  private Malformed() {}

  static Refusal body(HttpMessageNotReadableException unreadable) {
    return switch (unreadable.getCause()) {
      case null -> bad("This call needs a JSON body; send {} if there is nothing to say.");
      case Refusal refusal -> refusal;
      case JacksonException json when json.getCause() instanceof Refusal refusal -> refusal;
      case StreamConstraintsException tooLarge ->
          new Refusal("body-too-large", "The body is longer or nests deeper than is read here.");
      case UnrecognizedPropertyException unknown ->
          bad(
              "%s has a field that is not known here; known are: %s."
                  .formatted(place(parents(unknown)), known(unknown.getKnownPropertyIds())));
      case InvalidFormatException unstorable when unstorable.getTargetType() == String.class ->
          bad(
              "%s holds a character that no text can carry (NUL, or half of one)."
                  .formatted(place(unstorable.getPath())));
      case MismatchedInputException mismatch ->
          bad(
              "%s cannot be read; %s is needed there."
                  .formatted(place(mismatch.getPath()), needed(mismatch.getTargetType())));
      case InputCoercionException number ->
          bad("%s holds a number that is too large.".formatted(place(number.getPath())));
      case StreamReadException malformed ->
          bad("The body is not well-formed JSON%s.".formatted(at(malformed.getLocation())));
      default -> bad("The body cannot be read; send JSON in UTF-8.");
    };
  }

  static Refusal parameter(TypeMismatchException mismatch) {
    String name = mismatch.getPropertyName();
    return switch (name) {
      case null -> bad("A part of the request cannot be read; see docs/openapi.yaml.");
      case "limit" -> new Refusal("bad-limit", "A limit is a whole number, at least 1.");
      case "cursor" ->
          new Refusal("bad-cursor", "A cursor is what the part of the list before gave as next.");
      case "id" ->
          bad("The id in the address is none; it looks like 0198f0c2-5d6e-7c1b-9a4f-1f2e3d4c5b6a.");
      default ->
          bad(
              "The %s cannot be read; %s is needed."
                  .formatted(name, needed(mismatch.getRequiredType())));
    };
  }

  private static Refusal bad(String detail) {
    return new Refusal("bad-request", detail);
  }

  private static List<JacksonException.Reference> parents(UnrecognizedPropertyException unknown) {
    List<JacksonException.Reference> path = unknown.getPath();
    return path.subList(0, Math.max(0, path.size() - 1));
  }

  private static String known(@Nullable Collection<Object> names) {
    return names == null
        ? "none"
        : new TreeSet<>(names).stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** For example {@code The field filters.track}, or the body as a whole. */
  private static String place(List<JacksonException.Reference> path) {
    StringBuilder place = new StringBuilder();
    for (JacksonException.Reference step : path) {
      if (step.getPropertyName() == null) {
        place.append('[').append(step.getIndex()).append(']');
      } else {
        place.append(place.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return place.isEmpty() ? "The body" : "The field " + place;
  }

  private static String needed(@Nullable Class<?> type) {
    if (type == null) {
      return "something else";
    }
    if (type == UUID.class) {
      return "an id";
    }
    if (CharSequence.class.isAssignableFrom(type)) {
      return "a text";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return switch (type.getSimpleName().toLowerCase(Locale.ROOT)) {
      case "int", "integer", "long" -> "a whole number";
      case "boolean" -> "true or false";
      case "localdate" -> "a date";
      default -> Number.class.isAssignableFrom(type) ? "a number" : "an object";
    };
  }

  private static String at(@Nullable TokenStreamLocation place) {
    return place == null || place.getLineNr() < 1
        ? ""
        : " (line %d, column %d)".formatted(place.getLineNr(), place.getColumnNr());
  }
}
