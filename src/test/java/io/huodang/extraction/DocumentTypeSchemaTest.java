package io.huodang.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What editors say about a document type is what the loader says. */
class DocumentTypeSchemaTest {
  private static final Path DIRECTORY = Path.of("ingest/document-types");
  private static final String SCHEMA = "document-type.schema.json";

  private final Schema schema;

  DocumentTypeSchemaTest() throws IOException {
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(DIRECTORY.resolve(SCHEMA)));
  }

  static List<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void acceptsWhatIsShippedAndEditorsFindIt(Path file) throws IOException {
    String yaml = Files.readString(file);

    assertThat(schema.validate(yaml, InputFormat.YAML)).isEmpty();
    assertThat(yaml).startsWith("# yaml-language-server: $schema=" + SCHEMA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "code: Wrong",
        "headings: [表]",
        "category: pensions",
        "category: pension",
        "retention: {period: D70, basis: order-3}",
        "fields: [{name: amount, kind: money, labels: [金额]}]",
        "fields: [{name: amount, kind: date}]",
        "colour: red"
      })
  void refusesWhatTheLoaderRefuses(String entry) throws IOException {
    String code = entry.startsWith("code") ? "" : "code: right\n";
    String headings = entry.startsWith("headings") ? "" : "headings: [对的表]\n";
    String yaml = code + "name: {zh: 对, en: Right}\n" + headings + entry + "\n";
    Path file = Files.writeString(Files.createTempFile("type", ".yaml"), yaml);

    assertThat(schema.validate(yaml, InputFormat.YAML)).isNotEmpty();
    assertThat(DocumentTypeFile.read(file).finding()).isNotNull();
    Files.delete(file);
  }

  @Test
  void namesTheSameKindsAsTheLoader() throws IOException {
    String text = Files.readString(DIRECTORY.resolve(SCHEMA));

    for (FieldKind kind : FieldKind.values()) {
      assertThat(text).contains("\"" + kind.code() + "\"");
    }
    for (Category category : Category.values()) {
      assertThat(text).contains("\"" + category.code() + "\"");
    }
  }
}
