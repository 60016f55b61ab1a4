package io.huodang.heldout;

import io.huodang.invented.Draw;
import io.huodang.invented.Person;
import io.huodang.invented.Population;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills a template in. {@code {{word}}} stands for something about a person, {@code {{one|other}}}
 * for one of several wordings, {@code {{9999}}} for a number of so many digits; what stands between
 * {@code <!--each 12-->} and {@code <!--end-->} is repeated for so many people.
 */
final class Filling {
  private static final Pattern EACH =
      Pattern.compile("<!--each (\\d+)-->(.*?)<!--end-->", Pattern.DOTALL);
  private static final Pattern BLANK = Pattern.compile("\\{\\{(.+?)}}");
  private static final List<String> INKS =
      List.of("#111", "#111", "#15204a", "#3b2a5e", "#444", "#203a2c");

  private final Population population;
  private final Draw draw;
  private final LocalDate day;
  private int row;

  Filling(Population population, Draw draw) {
    this.population = population;
    this.draw = draw;
    this.day = LocalDate.of(draw.between(1999, 2025), draw.between(1, 12), draw.between(1, 28));
  }

  /** The whole page with its style. */
  String of(Template template) {
    Person person = draw.one(population.people());
    String list =
        EACH.matcher(resource(template.code() + ".html"))
            .replaceAll(
                each -> {
                  StringBuilder rows = new StringBuilder();
                  row = 0;
                  int from = draw.between(0, population.people().size() - 1);
                  for (int i = 0; i < Integer.parseInt(each.group(1)); i++) {
                    row++;
                    rows.append(filled(each.group(2), listed(from + i)));
                  }
                  return Matcher.quoteReplacement(rows.toString());
                });
    return """
        <!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>%s
        .sheet { width: %dpx; height: %dpx; --form: %s; --hand: %s; --ink: %s; --size: %.2fpx }
        .v { %s }
        </style><body><div class="sheet %s">%s</div></body></html>
        """
        .formatted(
            resource("sheet.css"),
            template.paper().cssWidth(),
            template.paper().cssHeight(),
            family(),
            family(),
            draw.one(INKS),
            draw.between(13.0, 15.5),
            draw.one(
                "font-weight: 700",
                "",
                "",
                "letter-spacing: .06em",
                "font-size: .92em",
                "display: inline-block; transform: scaleX(.88)",
                "font-style: italic"),
            template.code(),
            filled(list, person));
  }

  private Person listed(int at) {
    return population.people().get(at % population.people().size());
  }

  private String family() {
    return draw.one("'Noto Serif CJK SC'", "'Noto Sans CJK SC'", "'Noto Sans Mono CJK SC'");
  }

  private String filled(String part, Person person) {
    return BLANK
        .matcher(part)
        .replaceAll(blank -> Matcher.quoteReplacement(value(blank.group(1), person)));
  }

  private String value(String word, Person person) {
    if (word.contains("|")) {
      return draw.one(word.split("\\|"));
    }
    if (word.startsWith("9")) {
      return draw.digits(word.length());
    }
    return switch (word) {
      case "row" -> "" + row;
      case "name" -> person.name();
      case "wideName" ->
          person.name().length() == 2 && draw.chance(0.6)
              ? person.name().charAt(0) + "　" + person.name().charAt(1)
              : person.name();
      case "id" -> person.citizenId();
      case "oldId" -> person.oldCitizenId();
      case "idInBoxes" -> person.citizenId().replaceAll(".", "<u>$0</u>");
      case "number" -> person.insuredNumber();
      case "sex" -> person.sex();
      case "nation" -> person.nation().replace("族", "");
      case "birth" -> person.birth().toString();
      case "birthInWords" -> person.birthInWords();
      case "birthMonth" ->
          "%d.%02d".formatted(person.birth().getYear(), person.birth().getMonthValue());
      case "birthMonthIso" -> person.birth().toString().substring(0, 7);
      case "workStart" -> Person.inWords(person.workStart());
      case "workStartIso" -> person.workStart().toString();
      case "address" -> person.address();
      case "county" -> person.place().city() + person.place().county();
      case "phone" -> person.phone();
      case "bank" -> person.bankAccount();
      case "employer" -> person.employer().name();
      case "employerNumber" -> person.employer().number();
      case "creditCode" -> person.employer().creditCode();
      case "head" -> person.employer().head();
      case "day" -> Person.inWords(day);
      case "dayIso" -> day.toString();
      case "year" -> "" + day.getYear();
      case "month" -> "" + day.getMonthValue();
      case "money" -> "%d.%02d".formatted(draw.between(800, 9800), draw.between(0, 99));
      default -> throw new IllegalArgumentException("No template may ask for " + word);
    };
  }

  static String resource(String name) {
    try (InputStream in = Filling.class.getResourceAsStream("/heldout/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
