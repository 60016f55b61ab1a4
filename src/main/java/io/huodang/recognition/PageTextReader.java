package io.huodang.recognition;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the JSON of a {@link PageText} as it comes. Every character of a page is an object, and
 * every page is read again for each hit and whenever the index is filled anew: binding them by
 * reflection takes ten times as long.
 */
final class PageTextReader {
  private final JsonParser json;

  PageTextReader(JsonParser json) {
    this.json = json;
  }

  PageText read() {
    String engine = "";
    List<TextLine> lines = List.of();
    json.nextToken();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String property = json.currentName();
      json.nextToken();
      switch (property) {
        case "engine" -> engine = json.getString();
        case "lines" -> lines = lines();
        default -> json.skipChildren();
      }
    }
    return new PageText(engine, lines);
  }

  private List<TextLine> lines() {
    List<TextLine> lines = new ArrayList<>();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      List<Word> words = List.of();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String property = json.currentName();
        json.nextToken();
        if (property.equals("words")) {
          words = words();
        } else {
          json.skipChildren();
        }
      }
      lines.add(new TextLine(words));
    }
    return lines;
  }

  private List<Word> words() {
    List<Word> words = new ArrayList<>();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      String text = "";
      Box box = new Box(0, 0, 0, 0);
      double confidence = 0;
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String property = json.currentName();
        json.nextToken();
        switch (property) {
          case "text" -> text = json.getString();
          case "box" -> box = box();
          case "confidence" -> confidence = json.getDoubleValue();
          default -> json.skipChildren();
        }
      }
      words.add(new Word(text, box, confidence));
    }
    return words;
  }

  private Box box() {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String property = json.currentName();
      json.nextToken();
      switch (property) {
        case "x" -> x = json.getIntValue();
        case "y" -> y = json.getIntValue();
        case "width" -> width = json.getIntValue();
        case "height" -> height = json.getIntValue();
        default -> json.skipChildren();
      }
    }
    return new Box(x, y, width, height);
  }
}
