package io.huodang.api;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code docs/openapi.yaml}, and what of an exchange is not as it says. */
final class Contract {
  private static final String ID = "https://huodang.invalid/openapi";
  private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

  private final JsonNode document;
  private final SchemaRegistry registry;
  private final List<Operation> operations = new ArrayList<>();

  /**
   * One described call.
   *
   * @param method in capitals
   * @param template for example {@code /batches/{id}}
   * @param at where it stands in the document, as a JSON pointer
   */
  record Operation(String method, String template, String at, JsonNode node) {

    boolean matches(String method, String path) {
      return this.method.equals(method) && path.matches(template.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    TreeSet<String> statuses() {
      return new TreeSet<>(node.get("responses").propertyNames());
    }

    @Override
    public String toString() {
      return method + " " + template;
    }
  }

  private Contract(String yaml) {
    document = YAMLMapper.builder().build().readTree(yaml);
    registry =
        SchemaRegistry.withDialect(
            Dialects.getOpenApi31(),
            builder ->
                builder
                    .schemas(Map.of(ID, document.toString()))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (String method : METHODS) {
        JsonNode node = path.getValue().get(method);
        if (node != null) {
          String at = "/paths/" + escaped(path.getKey()) + "/" + method;
          operations.add(
              new Operation(method.toUpperCase(java.util.Locale.ROOT), path.getKey(), at, node));
        }
      }
    }
    // The plainer address first: /pages/shown is no page of that id.
    operations.sort(Comparator.comparing(operation -> operation.template().contains("{")));
  }

  static Contract read() {
    try {
      return new Contract(Files.readString(Path.of("docs/openapi.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Operation> operations() {
    return operations;
  }

  Optional<Operation> operation(Exchange exchange) {
    String path = exchange.path().replaceFirst("\\?.*", "");
    return operations.stream().filter(one -> one.matches(exchange.method(), path)).findFirst();
  }

  /** An example of the body that a call takes, empty when it takes no JSON. */
  Optional<JsonNode> exampleBody(Operation operation) {
    JsonNode json = operation.node().at("/requestBody/content/application~1json");
    return Stream.of(
            json.get("example"),
            json.path("examples").valueStream().findFirst().map(it -> it.get("value")).orElse(null))
        .filter(java.util.Objects::nonNull)
        .findFirst();
  }

  /** The codes of problems that stand in the document. */
  TreeSet<String> codes() {
    TreeSet<String> codes = new TreeSet<>();
    for (JsonNode response : document.at("/components/responses").values()) {
      JsonNode code = response.at("/content/application~1problem+json/schema/properties/code");
      code.path("enum").valueStream().map(JsonNode::asString).forEach(codes::add);
      if (code.has("const")) {
        codes.add(code.get("const").asString());
      }
    }
    return codes;
  }

  /** What of an answer, and of what was accepted to get it, is not as described. */
  List<String> violations(Exchange exchange) {
    Optional<Operation> found = operation(exchange);
    if (found.isEmpty()) {
      return List.of("no such call is described");
    }
    Operation operation = found.get();
    JsonNode listed = operation.node().get("responses").get("" + exchange.status());
    if (listed == null) {
      return List.of("the status is not listed");
    }
    List<String> wrong = new ArrayList<>();
    String at = operation.at() + "/responses/" + exchange.status();
    if (listed.has("$ref")) {
      at = listed.get("$ref").asString().substring(1);
      listed = document.at(at);
    }
    headers(at, listed, exchange, wrong);
    content(at, listed, exchange, wrong);
    if (exchange.status() < 300 && !exchange.sent().isMissingNode()) {
      String body = operation.at() + "/requestBody/content/application~1json/schema";
      wrong.addAll(violations(body, exchange.sent(), "accepted body"));
    }
    return wrong;
  }

  private void headers(String at, JsonNode listed, Exchange exchange, List<String> wrong) {
    for (Map.Entry<String, JsonNode> header : listed.path("headers").properties()) {
      String where = at + "/headers/" + escaped(header.getKey());
      JsonNode described = header.getValue();
      if (described.has("$ref")) {
        where = described.get("$ref").asString().substring(1);
      }
      Optional<String> value = exchange.header(header.getKey());
      if (value.isEmpty()) {
        wrong.add("header " + header.getKey() + " is missing");
      } else {
        wrong.addAll(
            violations(where + "/schema", StringNode.valueOf(value.get()), header.getKey()));
      }
    }
  }

  private void content(String at, JsonNode listed, Exchange exchange, List<String> wrong) {
    if (!listed.has("content")) {
      if (exchange.body().length > 0) {
        wrong.add("there is a body");
      }
      return;
    }
    String type = exchange.header("content-type").orElse("").replaceFirst(";.*", "");
    String range = Stream.of(type, "*/*").filter(listed.get("content")::has).findFirst().orElse("");
    if (range.isEmpty() || type.isEmpty()) {
      wrong.add("the content type '" + type + "' is not listed");
      return;
    }
    if (!listed.get("content").get(range).has("schema")) {
      return;
    }
    String schema = at + "/content/" + escaped(range) + "/schema";
    if (type.equals("text/event-stream")) {
      for (String line : exchange.text().split("\n")) {
        if (line.startsWith("data:")) {
          wrong.addAll(
              violations(
                  schema,
                  tools.jackson.databind.json.JsonMapper.shared().readTree(line.substring(5)),
                  "data"));
        }
      }
    } else {
      wrong.addAll(violations(schema, exchange.json(), "body"));
    }
  }

  /** Where every example in the document does not fit the schema beside it. */
  List<String> wrongExamples() {
    List<String> wrong = new ArrayList<>();
    walk("", document, wrong);
    return wrong;
  }

  private void walk(String at, JsonNode node, List<String> wrong) {
    if (node.has("schema") && node.has("example")) {
      wrong.addAll(violations(at + "/schema", node.get("example"), at));
    }
    for (Map.Entry<String, JsonNode> example : node.path("examples").properties()) {
      wrong.addAll(violations(at + "/schema", example.getValue().get("value"), at));
    }
    node.properties()
        .forEach(child -> walk(at + "/" + escaped(child.getKey()), child.getValue(), wrong));
  }

  private List<String> violations(String schemaAt, JsonNode value, String what) {
    Schema schema = registry.getSchema(SchemaLocation.of(ID + "#" + schemaAt));
    return schema.validate(value).stream()
        .map(error -> what + " " + error.getInstanceLocation() + ": " + error.getKeyword())
        .toList();
  }

  private static String escaped(String part) {
    return part.replace("~", "~0").replace("/", "~1");
  }
}
