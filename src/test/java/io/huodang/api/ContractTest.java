package io.huodang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The check of the contract finds what is not as described. */
class ContractTest {
  private static final String RECEIPT =
      """
      {"id":"01a20e2d-edb0-75e1-9e6b-adeca51733dc","size":1,"sha256":"%s"}"""
          .formatted("0".repeat(64));
  private static final String PROBLEM =
      """
      {"type":"about:blank","title":"t","status":401,"detail":"d","code":"not-signed-in"}""";

  private final Contract contract = Contract.read();

  @Test
  void acceptsWhatIsAsDescribed() {
    assertThat(contract.violations(receipt(201, RECEIPT))).isEmpty();
    assertThat(
            contract.violations(
                unsigned(PROBLEM, Map.of("www-authenticate", "Bearer realm=\"huodang\""))))
        .isEmpty();
  }

  @Test
  void findsAPropertyThatIsNotDescribedOrMissingOrOfAnotherForm() {
    assertThat(
            contract.violations(receipt(201, RECEIPT.replace("\"size\"", "\"secret\":1,\"size\""))))
        .isNotEmpty();
    assertThat(contract.violations(receipt(201, RECEIPT.replace("\"size\":1,", "")))).isNotEmpty();
    assertThat(contract.violations(receipt(201, RECEIPT.replace(":1,", ":\"1\",")))).isNotEmpty();
    assertThat(contract.violations(receipt(201, RECEIPT.replace("01a20e2d-", "")))).isNotEmpty();
  }

  @Test
  void findsAStatusThatIsNotListedAndACallThatIsNotDescribed() {
    assertThat(contract.violations(receipt(418, RECEIPT))).isNotEmpty();
    assertThat(contract.violations(exchange("GET", "/cellars", 200, Map.of(), "{}", null)))
        .isNotEmpty();
  }

  @Test
  void findsAnotherContentTypeAndABodyWhereThereIsNone() {
    assertThat(
            contract.violations(
                exchange(
                    "PUT",
                    "/batches/1/files/a",
                    201,
                    Map.of("content-type", "text/html"),
                    RECEIPT,
                    null)))
        .isNotEmpty();
    assertThat(contract.violations(exchange("POST", "/pages/shown", 204, Map.of(), "x", null)))
        .isNotEmpty();
  }

  @Test
  void findsACodeThatThisAnswerCannotHaveAndAMissingHeader() {
    Map<String, String> right = Map.of("www-authenticate", "Bearer realm=\"huodang\"");

    assertThat(contract.violations(unsigned(PROBLEM.replace("not-signed-in", "csrf"), right)))
        .isNotEmpty();
    assertThat(
            contract.violations(unsigned(PROBLEM.replace("\"t\"", "\"t\",\"path\":\"/x\""), right)))
        .isNotEmpty();
    assertThat(contract.violations(unsigned(PROBLEM, Map.of()))).isNotEmpty();
  }

  @Test
  void findsABodyThatWasAcceptedAndIsNotDescribed() {
    Map<String, String> json = Map.of("content-type", "application/json");
    String batch =
        """
        {"id":"01a20e2d-edb0-75e1-9e6b-adeca51733dc","title":"t","source":"hall","arrangement":"file-is-item",
         "state":"open","files":{"received":0,"opened":0,"quarantined":0},
         "pages":{"total":0,"recognised":0,"linked":0,"findable":0,"flagged":0,"quarantined":0},
         "people":0,"startedAt":"2026-11-24T16:00:00Z","doneAt":null,"etaSeconds":null}""";

    assertThat(
            contract.violations(
                exchange("POST", "/batches", 201, json, batch, "{\"title\":\"t\"}")))
        .isEmpty();
    assertThat(
            contract.violations(
                exchange("POST", "/batches", 201, json, batch, "{\"titel\":\"t\"}")))
        .isNotEmpty();
  }

  private static Exchange receipt(int status, String body) {
    return exchange(
        "PUT",
        "/batches/1/files/a",
        status,
        Map.of("content-type", "application/json"),
        body,
        null);
  }

  private static Exchange unsigned(String body, Map<String, String> headers) {
    Map<String, String> all = new java.util.HashMap<>(headers);
    all.put("content-type", "application/problem+json");
    return exchange("GET", "/batches", 401, all, body, null);
  }

  private static Exchange exchange(
      String method,
      String path,
      int status,
      Map<String, String> headers,
      String body,
      @org.jspecify.annotations.Nullable String sent) {
    JsonNode json = sent == null ? MissingNode.getInstance() : JsonMapper.shared().readTree(sent);
    return new Exchange(method, path, json, status, headers, body.getBytes(StandardCharsets.UTF_8));
  }
}
