package io.huodang.api;

import io.huodang.api.Contract.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** Provokes on every described call what can be provoked on all alike. */
final class Refusals {
  private static final byte[] NOTHING = {};

  private final Contract contract;
  private final Caller nobody;
  private final Caller administrator;
  private final Caller beginner;

  /**
   * @param beginner has a session, and still the first password
   */
  Refusals(Contract contract, Caller nobody, Caller administrator, Caller beginner) {
    this.contract = contract;
    this.nobody = nobody;
    this.administrator = administrator;
    this.beginner = beginner;
  }

  void provokeAll() {
    for (Operation operation : contract.operations()) {
      call(nobody, operation, UUID.randomUUID().toString(), Map.of());
      call(beginner, operation, UUID.randomUUID().toString(), Map.of());
      malformed(operation);
      if (lists(operation, 404) && operation.template().contains("{id}")) {
        call(administrator, operation, UUID.randomUUID().toString(), Map.of());
      }
      if (lists(operation, 406)) {
        call(
            administrator,
            operation,
            UUID.randomUUID().toString(),
            Map.of("Accept", "application/xml"));
      }
      if (lists(operation, 415)) {
        call(
            administrator,
            operation,
            UUID.randomUUID().toString(),
            Map.of("Content-Type", "text/plain"));
      }
      if (contract.exampleBody(operation).isPresent()) {
        String endless = " ".repeat(ApiContractTest.LONGEST_BODY + 20_000) + "{}";
        send(
            administrator,
            operation,
            UUID.randomUUID().toString(),
            Map.of("Content-Type", "application/json"),
            bytes(endless));
      }
    }
  }

  private void malformed(Operation operation) {
    if (operation.template().contains("{id}")) {
      call(administrator, operation, "not-an-id", Map.of());
    }
    if (contract.exampleBody(operation).isPresent()) {
      for (String body :
          new String[] {"", "{", "[]", "null", "{\"surely-not-known\":1}", "{} trailing"}) {
        send(
            administrator,
            operation,
            UUID.randomUUID().toString(),
            Map.of("Content-Type", "application/json"),
            bytes(body));
      }
    }
    if (operation.node().path("parameters").toString().contains("/Limit")) {
      for (String query :
          new String[] {"limit=0", "limit=-1", "limit=x", "limit=99999999999", "cursor=x"}) {
        administrator.get(path(operation, UUID.randomUUID().toString()) + "?" + query);
      }
    }
  }

  private static boolean lists(Operation operation, int status) {
    return operation.statuses().contains("" + status);
  }

  private void call(Caller caller, Operation operation, String id, Map<String, String> headers) {
    byte[] body =
        contract.exampleBody(operation).map(json -> bytes(json.toString())).orElse(NOTHING);
    Map<String, String> all = new java.util.HashMap<>();
    if (body.length > 0) {
      all.put("Content-Type", "application/json");
    }
    all.putAll(headers);
    send(caller, operation, id, all, body);
  }

  private static void send(
      Caller caller, Operation operation, String id, Map<String, String> headers, byte[] body) {
    caller.send(operation.method(), path(operation, id), headers, body);
  }

  private static String path(Operation operation, String id) {
    return operation
        .template()
        .replace("{id}", id)
        .replace("{key}", "a")
        .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
