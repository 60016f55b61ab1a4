package io.huodang.api;

import io.huodang.recognition.InventedForm;
import io.huodang.vocabulary.CitizenId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Makes every described call once so that it succeeds, and runs into what stands in its way. */
final class Walk {
  private static final Duration READING = Duration.ofMinutes(3); // the machine may be busy

  private final Caller administrator;
  private final InventedForm form = InventedForm.of(InventedForm.Template.GRID, 11);
  private String page = "";
  private byte[] drawn = {};
  private String item = "";
  private String person = "";

  Walk(Caller administrator) {
    this.administrator = administrator;
  }

  /** A page that was read. */
  String page() {
    return page;
  }

  void deliver() throws IOException {
    administrator.post(
        "/arrangements/preview", "{\"paths\":[\"a/1.tif\"],\"arrangement\":\"name-prefix\"}");
    administrator.post(
        "/arrangements/preview", "{\"paths\":[\"a.tif\"],\"arrangement\":\"separator-sheets\"}");
    administrator.post("/arrangements/preview", "{\"arrangement\":\"none-such\"}");
    administrator.post(
        "/arrangements/preview", "{\"paths\":[%s\"\"]}".formatted("\"\",".repeat(50_000)));
    for (String wrong :
        new String[] {
          "{\"source\":\"moon\"}",
          "{\"arrangement\":\"none-such\"}",
          "{\"title\":\"" + "长".repeat(201) + "\"}",
          "{\"caseNumber\":\"" + "9".repeat(101) + "\"}"
        }) {
      administrator.post("/batches", wrong);
    }
    String batch = id(administrator.post("/batches", "{\"title\":\"契约\",\"source\":\"hall\"}"));
    byte[] scan = png(form);
    drawn = scan;
    file(
        batch,
        "a",
        scan,
        Map.of("Huodang-Path", "UTF-8''" + URLEncoder.encode("某某/退休.png", StandardCharsets.UTF_8)));
    file(batch, "a", scan, Map.of());
    file(batch, "a", new byte[] {1}, Map.of());
    file(batch, "broken", "no picture".getBytes(StandardCharsets.UTF_8), Map.of());
    file(batch, "b", scan, Map.of("Huodang-Path", "no encoding"));
    file(batch, "b", scan, Map.of("Repr-Digest", "sha-256=:AAAA:"));
    file(
        batch,
        "b",
        scan,
        Map.of(
            "Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(new byte[32]) + ":"));
    file(batch, "b", scan, Map.of("Huodang-Corners", "0,0,1,1"));
    file(batch, "photograph", scan, Map.of("Huodang-Corners", "0,0, 1,0, 1,1, 0,1"));
    file(batch, "not~a~key", scan, Map.of());
    file(batch, "large", new byte[ApiContractTest.LARGEST_FILE + 1], Map.of());
    administrator.post("/batches/" + batch + "/seal");
    file(batch, "late", scan, Map.of());
    Awaitility.await()
        .atMost(READING)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> isDone(batch));
    administrator.get("/batches/" + batch + "/events");
    administrator.get("/batches?limit=1");
    JsonNode first = administrator.get("/batches/" + batch + "/files?limit=1").json();
    administrator.get(
        "/batches/" + batch + "/files?limit=1000&cursor=" + first.get("next").asString());
    play(first.at("/items/0/id").asString());
  }

  private void play(String file) {
    String master = "/files/" + file + "/master";
    administrator.get(master);
    for (String range : new String[] {"bytes=0-9", "bytes=999999999-"}) {
      administrator.send("GET", master, Map.of("Range", range), new byte[0]);
    }
  }

  void deliverByCatalogue() {
    String batch = id(administrator.post("/batches", "{\"arrangement\":\"catalogue\"}"));
    String row = "档号,题名,姓名,日期,页数\n契约-0001,企业职工退休审批表,王建国,2001-05-01,%s\n";
    for (String wrong :
        new String[] {
          "",
          "no heading that is known\n",
          "档号,题名\n1,\"" + "never closed ".repeat(400),
          "PK\u0003\u0004"
        }) {
      catalogue(batch, wrong);
    }
    catalogue(batch, " ".repeat(ApiContractTest.LARGEST_FILE + 1));
    catalogue(batch, row.formatted("three"));
    administrator.get("/batches/" + batch + "/findings");
    administrator.post("/batches/" + batch + "/seal");
    catalogue(batch, row.formatted("3"));
    String late = id(administrator.post("/batches", "{}"));
    file(late, "a", new byte[] {1}, Map.of());
    catalogue(late, row.formatted("3"));
  }

  private void catalogue(String batch, String csv) {
    administrator.send(
        "PUT",
        "/batches/" + batch + "/catalogue",
        Map.of("Content-Type", "text/csv"),
        csv.getBytes(StandardCharsets.UTF_8));
  }

  void importRosters() {
    for (String wrong :
        new String[] {
          "",
          "no heading that is known\n",
          "姓名,身份证号\n王建国,\"" + "never closed ".repeat(400),
          "PK\u0003\u0004",
          " ".repeat(ApiContractTest.LARGEST_FILE + 1)
        }) {
      roster("/roster", wrong, Map.of());
    }
    importRoster();
    String next = "姓名,身份证号,个人编号\n张建业,990101196001011237,0076679613\n,,\n";
    roster("/roster?dryRun=true", next, Map.of());
    String begun = id(roster("/roster", next, Map.of("Prefer", "respond-async")));
    Awaitility.await()
        .atMost(READING)
        .until(
            () ->
                administrator
                    .get("/roster/imports/" + begun)
                    .json()
                    .get("state")
                    .asString()
                    .equals("done"));
    administrator.get("/roster/imports?limit=1");
    administrator.get("/roster/imports/" + begun + "/remarks");
    administrator.get("/roster/imports/" + begun + "/changes");
    String differences = "/roster/imports/" + begun + "/differences";
    administrator.get(differences + "?kind=added&limit=1");
    administrator.get(differences + "?kind=nobody");
    administrator.get(differences + ".csv?kind=missing");
    String unknown = "/roster/imports/" + UUID.randomUUID() + "/differences";
    administrator.get(unknown + "?kind=added");
    administrator.get(unknown + ".csv?kind=added");
  }

  void importRoster() {
    roster("/roster", "姓名,身份证号,个人编号\n张建国,990101196001011237,0076679613\n", Map.of());
  }

  private Exchange roster(String path, String csv, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", "text/csv");
    return administrator.send("POST", path, all, csv.getBytes(StandardCharsets.UTF_8));
  }

  void find() {
    JsonNode found = search("{\"query\":\"%s\"}".formatted(form.person().citizenId()));
    person = found.at("/people/0/id").asString();
    item = found.at("/items/0/id").asString();
    page = found.at("/people/0/firstPageId").asString();
    search("{\"query\":\"%s\",\"limit\":100}".formatted(form.person().name()));
    search(
        "{\"query\":\"%s %s\"}"
            .formatted(form.person().name(), form.person().citizenId().substring(6, 10)));
    search(
        "{\"query\":\"退休审批\",\"in\":[\"text\"],\"filters\":{\"track\":\"image-only\",\"category\":null}}");
    search("{\"query\":\"%s\"}".formatted(oneDigitWrong(form.person().insuredNumber())));
    for (String wrong :
        new String[] {
          "{\"query\":\" \"}",
          "{\"query\":\"" + "长".repeat(201) + "\"}",
          "{\"query\":\"a\",\"limit\":101}",
          "{\"query\":\"a\",\"in\":[\"cellar\"]}",
          "{\"query\":\"a\",\"filters\":{\"category\":\"x\"}}",
          "{\"query\":\"a\",\"filters\":{\"track\":\"x\"}}",
          "{\"query\":\"a\\u0000b\"}"
        }) {
      search(wrong);
      administrator.post("/suggest", wrong);
    }
    administrator.post("/suggest", "{\"query\":\"%s\"}".formatted(form.person().name()));
    look(person, item);
  }

  private void look(String person, String item) {
    administrator.get("/people/" + person);
    administrator.get("/people/" + person + "/items");
    administrator.get("/people/" + person + "/items?cursor=" + UUID.randomUUID());
    administrator.post("/people/" + person + "/reveal", "{\"purpose\":\"窗口办理业务\"}");
    administrator.post("/people/" + person + "/reveal", "{\"purpose\":\" \"}");
    administrator.get("/items/" + item);
    administrator.get("/pages/" + page);
    administrator.get("/pages/" + page + "/text");
    for (String size :
        new String[] {"", "?size=thumb", "?size=screen", "?size=full", "?size=huge"}) {
      administrator.get("/pages/" + page + "/image" + size);
    }
    administrator.get("/pages/" + page + "/master");
    lookThroughViewers(item);
    for (String taken : new String[] {"/items/" + item, "/people/" + person}) {
      administrator.get(taken + "/file.pdf");
      for (String purpose : new String[] {"UTF-8''%E6%A0%B8%E5%AF%B9", "UTF-8''%20", "plain"}) {
        administrator.send(
            "GET", taken + "/file.pdf", Map.of("Huodang-Purpose", purpose), new byte[0]);
      }
    }
    administrator.post("/pages/shown", "{\"pages\":[\"%s\"]}".formatted(page));
    administrator.post(
        "/pages/shown",
        "{\"pages\":[%s]}".formatted("\"%s\",".formatted(page).repeat(200) + "\"" + page + "\""));
    administrator.post("/pages/shown", "{\"pages\":[\"%s\"]}".formatted(UUID.randomUUID()));
  }

  /** What viewers of others ask for. */
  private void lookThroughViewers(String item) {
    String picture = "/iiif/3/" + page;
    administrator.get(picture);
    administrator.get(picture + "/info.json");
    administrator.send(
        "GET", picture + "/info.json", Map.of("Accept", "application/json"), new byte[0]);
    for (String asked :
        new String[] {
          "full/max/0/default.jpg",
          "0,0,512,512/512,512/0/default.jpg",
          "square/!300,300/90/gray.png",
          "none/max/0/default.jpg",
          "full/%5Epct:101/0/default.jpg"
        }) {
      administrator.get(picture + "/" + asked);
    }
    administrator.get("/iiif/presentation/3/items/" + item + "/manifest");
  }

  /** How well pages are read, told by a name that is put right and back. */
  void measure() {
    Exchange wrong =
        change(
            "PATCH",
            "/items/" + item,
            "*",
            "{\"fields\":[{\"field\":\"personName\",\"value\":\"欧阳无错\"}]}");
    administrator.get("/accuracy");
    administrator.get("/accuracy?from=2026-01-01T00:00:00Z&type=none-such");
    administrator.get("/accuracy?from=yesterday");
    administrator.get("/accuracy/misreadings?by=moon");
    JsonNode misreadings =
        administrator
            .get("/accuracy/misreadings?by=source&group=hall&field=personName&limit=1")
            .json();
    administrator.get("/readings/" + misreadings.at("/items/0/readingId").asString() + "/image");
    administrator.post("/changes/" + changeOf(wrong) + "/undo", "{\"reason\":\"改错了\"}");
  }

  /** Paper against image: a paper goes out, is listed and comes back. */
  void custody() {
    String paper = "/items/" + item + "/paper";
    String move = "{\"paper\":\"%s\",\"location\":\"%s\",\"why\":\"%s\"}";
    change("PUT", paper, "*", move.formatted("out", "甲库-03-02-05", "稽核借阅"));
    administrator.get("/tracks");
    administrator.get("/tracks/items?paper=out&location=甲库-03&limit=1");
    administrator.get("/tracks/items?track=moon");
    administrator.get("/tracks/items?image=moon");
    change("PUT", paper, "*", move.formatted("in-store", "甲库-03-02-05", "归还"));
    administrator.get(paper);
    change("PUT", paper, "*", move.formatted("in-store", "甲库-03-02-05", ""));
    change("PUT", paper, "*", move.formatted("lost", "", "不知去向"));
    change("PUT", paper, "*", move.formatted("out", "1-2-3-4-5-6-7-8-9", "库位过深"));
    change("PUT", "/items/" + UUID.randomUUID() + "/paper", "*", move.formatted("out", "", "没有此件"));
    String shelf = "{\"from\":\"%s\",\"to\":\"%s\",\"why\":\"库房调整\"}";
    administrator.post("/tracks/move", shelf.formatted("甲库-03", "乙库-01"));
    administrator.get("/tracks?location=乙库-01");
    administrator.get("/tracks?location=1-2-3-4-5-6-7-8-9");
    administrator.post("/tracks/move", shelf.formatted("甲库-03", "乙库-02"));
    administrator.post("/tracks/move", shelf.formatted("乙库", "乙库-02"));
    administrator.post("/tracks/move", shelf.formatted("乙库", ""));
  }

  /** What is found, put right; and everything that stands in the way of it. */
  void correct() {
    String address = "/items/" + item;
    administrator.get(address + "/fields");
    String seen = tag(administrator.get(address));
    String name = "{\"fields\":[{\"field\":\"personName\",\"value\":\"%s\"}]}";
    change("PATCH", address, "*", "{\"fields\":[{\"field\":\"citizenId\",\"value\":\"12\"}]}");
    change("PATCH", address, "*", "{\"fields\":[{\"field\":\"noSuchThing\",\"value\":\"12\"}]}");
    change("PATCH", address, "*", "{\"category\":\"%s\"}".formatted(UUID.randomUUID()));
    change("PATCH", address, "*", "{\"fileNumber\":\" \"}");
    change("PATCH", address, "*", "{\"fileNumber\":\"契约-0001\"}");
    change("PATCH", address, "*", "{\"fileNumber\":\"契约-0002\",\"title\":\"审批表\"}");
    change("PATCH", address, "*", "{\"fileNumber\":\"契约-0003\"}");
    Exchange first = change("PATCH", address, "*", name.formatted("王建国"));
    change("PATCH", address, seen, name.formatted("王建囯"));
    Exchange second = change("PATCH", address, "*", name.formatted("王建囯"));
    change("PATCH", "/items/" + UUID.randomUUID(), "*", name.formatted("王建国"));
    administrator.patch(address, name.formatted("王建国"));
    administrator.get(address + "/history");
    rows(address);
    for (Exchange undone : new Exchange[] {first, second, second}) {
      administrator.post("/changes/" + changeOf(undone) + "/undo", "{\"reason\":\"改错了\"}");
    }
    link(address);
    arrange(address);
  }

  /** This item is no list; the rows of one are walked in a browser. */
  private void rows(String address) {
    administrator.get(address + "/rows?state=undecided&limit=10");
    administrator.get(address + "/rows?limit=0");
    administrator.get(address + "/rows?cursor=nowhere");
    administrator.get("/items/" + UUID.randomUUID() + "/rows");
    String together = address + "/rows/confirm";
    String links = "{\"links\":[{\"id\":\"%s\",\"revision\":1}],\"reason\":\"逐行对照无误\"}";
    administrator.post(together, links.formatted(UUID.randomUUID()));
    administrator.post(together, "{\"links\":[]}");
    administrator.post(together, "{\"links\":[],\"reason\":\"逐行对照无误\"}");
    administrator.post(together, "{\"links\":[{}],\"reason\":\"逐行对照无误\"}");
    administrator.post(
        "/items/" + UUID.randomUUID() + "/rows/confirm", "{\"links\":[],\"reason\":\"无\"}");
  }

  /** A page before it was read. */
  void turn() {
    String standsIn = administrator.get("/pages/" + page).json().at("/items/0/itemId").asString();
    change("PATCH", "/items/" + standsIn + "/pages/" + page, "*", "{\"rotation\":90}");
  }

  private void arrange(String address) {
    String page = administrator.get(address).json().get("firstPageId").asString();
    String order = "{\"pages\":[\"%s\"]}";
    String onPage = address + "/pages/" + page;
    change("PUT", address + "/pages", "*", order.formatted(page));
    change("PUT", address + "/pages", "*", order.formatted(UUID.randomUUID()));
    change("PUT", address + "/pages", "\"1\"", order.formatted(page));
    change("PUT", "/items/" + UUID.randomUUID() + "/pages", "*", order.formatted(page));
    administrator.send(
        "PUT",
        address + "/pages",
        Map.of("Content-Type", "application/json"),
        order.formatted(page).getBytes(StandardCharsets.UTF_8));
    change("PATCH", onPage, "*", "{\"rotation\":45}");
    change("PATCH", onPage, "*", "{\"rotation\":180,\"blank\":true}");
    change("PATCH", onPage, "\"1\"", "{\"rotation\":0}");
    change("PATCH", onPage, "*", "{\"rotation\":0,\"blank\":false,\"reason\":\"看清了\"}");
    change("PATCH", address + "/pages/" + UUID.randomUUID(), "*", "{\"rotation\":0}");
    administrator.patch(onPage, "{\"rotation\":0}");
    rearrange(address, page);
  }

  /** One item of two pages, made of two and taken apart again. */
  private void rearrange(String address, String page) {
    List<String> more = deliverTwo();
    String twin = more.get(0);
    String other = more.get(1);
    String open = openItem();
    String merge = "{\"itemId\":\"%s\"}";
    String split = "{\"page\":\"%s\"}";
    String move = "{\"pages\":[\"%s\"],\"itemId\":\"%s\"}";
    String nobody = UUID.randomUUID().toString();
    change("POST", address + "/merge", "*", merge.formatted(nobody));
    change("POST", address + "/merge", "*", merge.formatted(item));
    change("POST", address + "/merge", "\"1\"", merge.formatted(twin));
    administrator.post(address + "/merge", merge.formatted(twin));
    change("POST", address + "/split", "*", split.formatted(page));
    change("POST", address + "/pages/move", "*", move.formatted(page, twin));
    change("POST", address + "/pages/move", "*", move.formatted(page, item));
    change("POST", address + "/pages/" + page + "/remove", "*", "{}");
    JsonNode both = change("POST", address + "/merge", "*", merge.formatted(twin)).json();
    administrator.get("/items/" + twin);
    String second = both.at("/pages/1").asString();
    String onSecond = address + "/pages/" + second;
    change("POST", address + "/split", "\"1\"", split.formatted(second));
    administrator.post(address + "/split", split.formatted(second));
    String made = id(change("POST", address + "/split", "*", split.formatted(second)));
    change("POST", "/items/" + made + "/merge", "*", merge.formatted(open));
    change("POST", "/items/" + open + "/split", "*", split.formatted(second));
    change("POST", "/items/" + made + "/split", "*", split.formatted(nobody));
    change("POST", address + "/merge", "*", merge.formatted(made));
    change("POST", address + "/pages/move", "*", move.formatted(nobody, other));
    change("POST", address + "/pages/move", "\"1\"", move.formatted(second, other));
    administrator.post(address + "/pages/move", move.formatted(second, other));
    change("POST", address + "/pages/move", "*", move.formatted(second, other));
    change("POST", "/items/" + other + "/pages/move", "*", move.formatted(second, item));
    change("POST", onSecond + "/remove", "\"1\"", "{}");
    administrator.post(onSecond + "/remove", "{}");
    change("POST", onSecond + "/remove", "*", "{\"reason\":\"与本件无关\"}");
    change("POST", onSecond + "/remove", "*", "{}");
    change("POST", "/items/" + other + "/remove", "\"1\"", "{}");
    administrator.post("/items/" + other + "/remove", "{}");
    change("POST", "/items/" + open + "/remove", "*", "{}");
    change("POST", "/items/" + nobody + "/remove", "*", "{}");
    change("POST", "/items/" + other + "/remove", "*", "{\"reason\":\"重复扫描\"}");
    JsonNode bin = administrator.get("/bin?limit=1").json();
    administrator.get("/bin?limit=10&cursor=" + bin.get("next").asString());
    administrator.get("/pages/" + second);
    for (int twice = 0; twice < 2; twice++) {
      administrator.post(onSecond + "/restore", "{}");
      administrator.post("/items/" + other + "/restore", "{}");
    }
  }

  /** Two items that were read. */
  private List<String> deliverTwo() {
    String batch = id(administrator.post("/batches", "{}"));
    file(batch, "twin", drawn, Map.of());
    file(batch, "other", drawn, Map.of());
    administrator.post("/batches/" + batch + "/seal");
    Awaitility.await()
        .atMost(READING)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> isDone(batch));
    return administrator
        .get("/batches/" + batch + "/files")
        .json()
        .get("items")
        .valueStream()
        .map(file -> file.get("itemId").asString())
        .toList();
  }

  /** An item that a catalogue named, and whose pages are still to come. */
  private String openItem() {
    String batch = id(administrator.post("/batches", "{\"arrangement\":\"catalogue\"}"));
    catalogue(batch, "档号,题名\n契约-0009,劳动合同\n");
    return Awaitility.await()
        .atMost(READING)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> search("{\"query\":\"契约-0009\"}").at("/items/0/id").asString(""),
            found -> !found.isEmpty());
  }

  private void link(String address) {
    String relative = "{\"personId\":\"%s\",\"role\":\"relative\"%s}";
    change("POST", address + "/links", "\"1\"", relative.formatted(person, ""));
    Exchange made = change("POST", address + "/links", "*", relative.formatted(person, ""));
    administrator.post(address + "/links", relative.formatted(person, ""));
    change("POST", address + "/links", "*", relative.formatted(UUID.randomUUID(), ""));
    change("POST", "/items/" + UUID.randomUUID() + "/links", "*", relative.formatted(person, ""));
    String row = ",\"row\":1,\"pageId\":\"" + UUID.randomUUID() + "\"";
    change("POST", address + "/links", "*", relative.formatted(person, row));
    String link = "/links/" + id(made);
    String rejected = "{\"state\":\"rejected\",\"reason\":\"同名不同人\"}";
    change("PATCH", link, "*", "{\"state\":\"confirmed\",\"role\":\"subject\"}");
    change("PATCH", link, tag(made), rejected);
    change("PATCH", link, tag(made), rejected);
    change("PATCH", "/links/" + UUID.randomUUID(), "*", rejected);
    administrator.patch(link, rejected);
  }

  /** Two persons made one and two again; a roster made the other one known. */
  void merge() {
    String number = "{\"query\":\"0076679613\"}";
    Awaitility.await() // the index follows the roster
        .atMost(READING)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> !search(number).at("/people/0/id").asString("").isEmpty());
    String other = search(number).at("/people/0/id").asString();
    String address = "/people/" + person + "/merge";
    String unsaid = "{\"other\":\"%s\"}".formatted(other);
    String said = "{\"other\":\"%s\",\"reason\":\"同一人的两个号码\"}".formatted(other);
    administrator.get("/people/" + person + "/candidates");
    String apart = "/people/" + person + "/not-same";
    administrator.post(apart, "{}");
    administrator.post(apart, unsaid);
    administrator.post(apart, said.replace(other, person));
    administrator.post(apart, said.replace(other, UUID.randomUUID().toString()));
    String saidApart = administrator.post(apart, said).json().get("change").asString();
    administrator.post("/changes/" + saidApart + "/undo");
    administrator.post(address, unsaid);
    change("POST", address, "*", unsaid);
    change("POST", address, "\"1\"", said);
    change("POST", address, "*", "{\"other\":\"%s\"}".formatted(UUID.randomUUID()));
    Exchange merged = change("POST", address, "*", said);
    change("POST", address, "*", said);
    administrator.get("/people/" + other);
    administrator.get("/people/" + person + "/history");
    administrator.post("/changes/" + changeOf(merged) + "/undo");
  }

  /** A form on which no key can be read, keyed by two people. */
  void key() throws IOException {
    String batch = id(administrator.post("/batches", "{\"source\":\"hall\"}"));
    InventedForm unkeyed = InventedForm.of(InventedForm.Template.GRID, 12);
    file(batch, "a", png(unkeyed.without("personName", "citizenId")), Map.of());
    administrator.post("/batches/" + batch + "/seal");
    Awaitility.await()
        .atMost(READING)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> isDone(batch));
    administrator.get("/keying");
    administrator.post("/keying/next", "{}");
    administrator.post("/keying/next", "{\"more\":false}");
    String item =
        administrator.get("/batches/" + batch + "/files").json().at("/items/0/itemId").asString();
    String address = "/items/" + item + "/keying";
    JsonNode task = administrator.post(address).json().get("task");
    clerk().post(address);
    String name = "{\"field\":\"personName\",\"value\":\"%s\",\"revision\":%d}";
    long seen = task.get("revision").asLong();
    Exchange keyed = administrator.post(address + "/answers", name.formatted("王建国", seen));
    administrator.post(address + "/answers", name.formatted("王建囯", seen));
    administrator.post(address + "/answers", "{\"field\":\"citizenId\",\"value\":\"12\"}");
    administrator.post(address + "/answers", "{\"field\":\"noSuchThing\",\"value\":\"12\"}");
    String undo = "{\"change\":\"%s\"}".formatted(keyed.json().get("change").asString());
    administrator.post(address + "/undo", undo);
    administrator.post(address + "/undo", undo);
    administrator.post(address + "/undo", "{\"change\":\"%s\"}".formatted(UUID.randomUUID()));
    administrator.post(address + "/put-off");
  }

  /** Someone else of the house. */
  private Caller clerk() {
    String clerk =
        id(administrator.post("/users", "{\"name\":\"keying.clerk\",\"role\":\"clerk\"}"));
    return administrator.withToken(
        administrator
            .post("/tokens", "{\"name\":\"k\",\"userId\":\"%s\"}".formatted(clerk))
            .json()
            .get("token")
            .asString());
  }

  private Exchange change(String method, String path, String ifMatch, String json) {
    return administrator.send(
        method,
        path,
        Map.of("Content-Type", "application/json", "If-Match", ifMatch),
        json.getBytes(StandardCharsets.UTF_8));
  }

  private static String tag(Exchange exchange) {
    return exchange.header("etag").orElse("none");
  }

  private static String changeOf(Exchange exchange) {
    return exchange.header("huodang-change").orElse("none");
  }

  /** What an operator asks for, and then follows. */
  void keepUp() {
    administrator.get("/reindex");
    administrator.post("/reindex/back");
    administrator.post("/reindex");
    administrator.post("/reindex/back");
    Awaitility.await().atMost(READING).until(() -> stateOf("/reindex").equals("done"));
    administrator.post("/reindex/back");
    Awaitility.await().atMost(READING).until(() -> stateOf("/reindex").equals("done"));
    String verification = "/verifications/" + id(administrator.post("/verifications"));
    Awaitility.await().atMost(READING).until(() -> stateOf(verification).equals("done"));
    administrator.get(verification + "/findings?limit=1");
  }

  private String stateOf(String path) {
    return administrator.get(path).json().get("state").asString();
  }

  void keepHouse() {
    String clerk =
        id(
            administrator.post(
                "/users", "{\"name\":\"lin.wan\",\"displayName\":\"林晚\",\"role\":\"clerk\"}"));
    String vendor =
        id(administrator.post("/users", "{\"name\":\"vendor.one\",\"role\":\"vendor\"}"));
    for (String wrong :
        new String[] {
          "{\"name\":\"lin.wan\",\"role\":\"clerk\"}",
          "{\"name\":\"林晚\",\"role\":\"clerk\"}",
          "{\"name\":\"lin.yi\",\"role\":\"king\"}",
          "{\"name\":\"lin.yi\",\"role\":\"clerk\",\"displayName\":\"" + "长".repeat(61) + "\"}"
        }) {
      administrator.post("/users", wrong);
    }
    JsonNode users = administrator.get("/users").json();
    administrator.get("/users/" + clerk);
    administrator.patch("/users/" + clerk, "{\"role\":\"archivist\"}");
    administrator.patch("/users/" + clerk, "{\"role\":\"king\"}");
    for (String verb : new String[] {"unlock", "reset-password", "close", "open"}) {
      administrator.post("/users/" + clerk + "/" + verb);
      administrator.post("/users/" + named(users, "cli") + "/" + verb);
    }
    administrator.patch("/users/" + named(users, "cli"), "{\"role\":\"clerk\"}");
    grants(vendor, clerk);
    tokens(clerk);
  }

  void audit() {
    String newest = administrator.get("/audit?limit=1").json().get("next").asString();
    administrator.get("/audit?limit=1&cursor=" + newest);
    administrator.get("/audit?cursor=" + UUID.randomUUID());
    administrator.get("/audit?outcome=lost");
    administrator.get("/audit?action=search&fetched=false&outcome=done&from=2026-01-01T00:00:00Z");
    administrator.post("/audit/verify");
  }

  void keepViews() {
    String kept =
        id(
            administrator.post(
                "/views",
                "{\"name\":\"缺实体\",\"query\":\"棉纺厂\",\"filters\":{\"track\":\"image-only\"}}"));
    String number = "37108119600101123" + CitizenId.checkOf("37108119600101123");
    for (String wrong :
        new String[] {
          "{\"name\":\" \",\"query\":\"王\"}",
          "{\"name\":\"空\",\"query\":\" \"}",
          "{\"name\":\"长\",\"query\":\"" + "长".repeat(201) + "\"}",
          "{\"name\":\"轨\",\"query\":\"王\",\"filters\":{\"track\":\"both-and-none\"}}",
          "{\"name\":\"号\",\"query\":\"" + number + "\"}",
          "{\"name\":\"类\",\"query\":\"王\",\"filters\":{\"category\":\""
              + UUID.randomUUID()
              + "\"}}"
        }) {
      administrator.post("/views", wrong);
    }
    for (int i = 0; i < 50; i++) {
      administrator.post("/views", "{\"name\":\"检索 " + i + "\",\"query\":\"王\"}");
    }
    administrator.get("/views");
    administrator.delete("/views/" + kept);
    administrator.delete("/views/" + kept);
  }

  /** A caller who is the only administrator and tries to leave. */
  void lastOneOut(Caller admin, String id) {
    admin.patch("/users/" + id, "{\"role\":\"clerk\"}");
    admin.post("/users/" + id + "/close");
    administrator.patch("/users/" + id, "{\"role\":\"clerk\"}");
    administrator.post("/users/" + id + "/close");
  }

  private void grants(String vendor, String clerk) {
    String batch = administrator.get("/batches?limit=1").json().at("/items/0/id").asString();
    String wanted = "{\"batch\":\"%s\"}".formatted(batch);
    String grant =
        administrator
            .post("/users/" + vendor + "/grants", wanted)
            .json()
            .at("/items/0/id")
            .asString();
    administrator.post("/users/" + clerk + "/grants", wanted);
    administrator.post(
        "/users/" + vendor + "/grants", "{\"batch\":\"%s\"}".formatted(UUID.randomUUID()));
    administrator.get("/users/" + vendor + "/grants");
    administrator.delete("/users/" + vendor + "/grants/" + grant);
    administrator.delete("/users/" + vendor + "/grants/" + grant);
    String token =
        administrator
            .post("/tokens", "{\"name\":\"v\",\"userId\":\"%s\"}".formatted(vendor))
            .json()
            .get("token")
            .asString();
    Caller asVendor = administrator.withToken(token);
    id(asVendor.post("/batches", "{}"));
    asVendor.get("/batches/" + batch);
    asVendor.get("/users");
    String own =
        administrator.get("/users/" + vendor + "/grants").json().at("/items/0/id").asString();
    administrator.delete("/users/" + vendor + "/grants/" + own);
  }

  private void tokens(String clerk) {
    String token =
        id(
            administrator.post(
                "/tokens", "{\"name\":\"接口\",\"expiresAt\":\"2099-01-01T00:00:00Z\"}"));
    administrator.post("/tokens", "{\"name\":\" \"}");
    administrator.post("/tokens", "{\"name\":\"x\",\"expiresAt\":\"2000-01-01T00:00:00Z\"}");
    administrator.post(
        "/tokens", "{\"name\":\"x\",\"userId\":\"%s\"}".formatted(UUID.randomUUID()));
    administrator.post("/users/" + clerk + "/close");
    administrator.post("/tokens", "{\"name\":\"x\",\"userId\":\"%s\"}".formatted(clerk));
    administrator.get("/tokens");
    administrator.delete("/tokens/" + token);
    administrator.delete("/tokens/" + token);
  }

  private boolean isDone(String batch) {
    return administrator.get("/batches/" + batch).json().get("state").asString().equals("done");
  }

  private JsonNode search(String question) {
    return administrator.post("/search", question).json();
  }

  private void file(String batch, String key, byte[] bytes, Map<String, String> headers) {
    administrator.send("PUT", "/batches/" + batch + "/files/" + key, headers, bytes);
  }

  private static String id(Exchange exchange) {
    return exchange.json().path("id").asString("none");
  }

  private static String named(JsonNode users, String name) {
    return users
        .get("items")
        .valueStream()
        .filter(user -> user.get("name").asString().equals(name))
        .findFirst()
        .orElseThrow()
        .get("id")
        .asString();
  }

  private static String oneDigitWrong(String number) {
    char last = number.charAt(number.length() - 1);
    return number.substring(0, number.length() - 1) + (last == '9' ? '0' : (char) (last + 1));
  }

  private static byte[] png(InventedForm form) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(form.picture(), "png", out);
    return out.toByteArray();
  }
}
