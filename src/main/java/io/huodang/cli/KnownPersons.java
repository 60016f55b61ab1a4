package io.huodang.cli;

import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Persons whom the agency knows (参保名册): they settle what the engine read doubtfully.
 *
 * <p>A person is recognised by a citizen ID or an insured number that was read or offered as an
 * alternative, together with a name that shares a character; what was read stays as alternative.
 */
final class KnownPersons {
  private static final Set<String> NAME = Set.of("姓名", "personname", "name");
  private static final Set<String> ID =
      Set.of("身份证号", "身份证号码", "公民身份号码", "社会保障号码", "citizenid", "id");
  private static final Set<String> NUMBER = Set.of("参保号", "个人参保号", "个人编号", "insurednumber", "ins");

  private record Person(String name, String citizenId, String insuredNumber) {}

  private final List<Person> persons;

  private KnownPersons(List<Person> persons) {
    this.persons = persons;
  }

  static KnownPersons none() {
    return new KnownPersons(List.of());
  }

  /**
   * Reads a CSV file with a header, in UTF-8 or GB18030.
   *
   * @throws Refusal {@code roster-invalid}
   */
  static KnownPersons read(Path file) throws IOException {
    List<String> lines = text(file).lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      throw invalid(file, "it is empty");
    }
    List<String> header = cells(lines.getFirst());
    int name = column(header, NAME);
    int id = column(header, ID);
    int number = column(header, NUMBER);
    if (name < 0 || id < 0 && number < 0) {
      throw invalid(file, "its first line must name 姓名 and 身份证号 or 参保号");
    }
    List<Person> persons = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      persons.add(new Person(at(cells, name), CitizenId.compact(at(cells, id)), at(cells, number)));
    }
    return new KnownPersons(persons);
  }

  /** The fields of one file, with name and numbers of the one known person who fits. */
  List<RecognizedFile.Field> settle(List<RecognizedFile.Field> fields) {
    List<Person> fitting = persons.stream().filter(person -> fits(person, fields)).toList();
    if (fitting.size() != 1) {
      return fields;
    }
    Person person = fitting.getFirst();
    return fields.stream()
        .map(
            field ->
                switch (field.name()) {
                  case "personName" -> settled(field, person.name);
                  case "citizenId" -> settled(field, person.citizenId);
                  case "insuredNumber" -> settled(field, person.insuredNumber);
                  default -> field;
                })
        .toList();
  }

  private static boolean fits(Person person, List<RecognizedFile.Field> fields) {
    boolean byId = offered(fields, "citizenId").contains(person.citizenId);
    boolean byNumber = offered(fields, "insuredNumber").contains(person.insuredNumber);
    boolean byName =
        offered(fields, "personName").stream()
            .anyMatch(name -> name.codePoints().anyMatch(c -> person.name.indexOf(c) >= 0));
    return (byId && !person.citizenId.isEmpty() || byNumber && !person.insuredNumber.isEmpty())
        && byName;
  }

  private static Set<String> offered(List<RecognizedFile.Field> fields, String name) {
    Set<String> values = new LinkedHashSet<>();
    for (RecognizedFile.Field field : fields) {
      if (field.name().equals(name)) {
        values.add(field.value());
        values.addAll(field.alternatives());
      }
    }
    return values;
  }

  private static RecognizedFile.Field settled(RecognizedFile.Field field, String known) {
    if (known.isEmpty() || known.equals(field.value())) {
      return field;
    }
    List<String> alternatives = new ArrayList<>(field.alternatives());
    alternatives.remove(known);
    alternatives.addFirst(field.value());
    return new RecognizedFile.Field(
        field.name(), known, 0.95, field.page(), field.box(), "roster", alternatives);
  }

  private static String text(Path file) throws IOException {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      return Files.readString(file, Charset.forName("GB18030"));
    }
  }

  /** Cells of one line; a cell may stand in double quotes. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }

  private static int column(List<String> header, Set<String> names) {
    Optional<String> found =
        header.stream()
            .filter(cell -> names.contains(cell.toLowerCase(java.util.Locale.ROOT)))
            .findFirst();
    return found.map(header::indexOf).orElse(-1);
  }

  private static String at(List<String> cells, int column) {
    return column >= 0 && column < cells.size() ? cells.get(column) : "";
  }

  private static Refusal invalid(Path file, String problem) {
    return new Refusal(
        "roster-invalid", "The roster " + file + " cannot be read: " + problem + ".");
  }
}
