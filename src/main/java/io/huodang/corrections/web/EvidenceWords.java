package io.huodang.corrections.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Says in words what spoke for a link. */
@Component
class EvidenceWords {
  private static final TypeReference<Map<String, Object>> PARTS = new TypeReference<>() {};

  /** In the order in which a person would weigh them. */
  private static final List<String> FIELDS =
      List.of("person", "citizen-id", "name", "insured-number", "birth-date", "employer");

  private final JsonMapper json;
  private final MessageSource messages;

  EvidenceWords(JsonMapper json, MessageSource messages) {
    this.json = json;
    this.messages = messages;
  }

  /** One text for each part that the bundles have words for, for example "same citizen ID". */
  List<String> of(String evidence, Locale locale) {
    Map<String, Object> parts;
    try {
      parts = json.readValue(evidence, PARTS);
    } catch (JacksonException e) {
      return List.of();
    }
    Object[] characters = {parts.getOrDefault("known", "?"), parts.getOrDefault("read", "?")};
    return FIELDS.stream()
        .filter(parts::containsKey)
        .map(field -> "evidence." + field + "." + parts.get(field))
        .map(word -> String.valueOf(messages.getMessage(word, characters, "", locale)))
        .filter(text -> !text.isEmpty())
        .toList();
  }
}
