package io.huodang.cli;

import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code user}: the accounts of the house. */
@Command(
    name = "user",
    description = "The accounts of the house.",
    subcommands = {
      UserCommand.Add.class,
      UserCommand.Listing.class,
      UserCommand.Close.class,
      UserCommand.Open.class,
      UserCommand.Unlock.class,
      UserCommand.Reset.class
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class UserCommand {
  private UserCommand() {}

  /** {@code user add}: prints the first password, once. */
  @Command(
      name = "add",
      description = "Makes an account and prints its first password once.",
      mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {
    @Mixin private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "NAME", description = "To sign in with, for example wang.min.")
    private String name = "";

    @Option(
        names = "--role",
        required = true,
        paramLabel = "R",
        description = "administrator, archivist, clerk, reviewer, auditor, vendor or employer.")
    private String role = "";

    @Option(
        names = "--display-name",
        paramLabel = "N",
        description = "As colleagues call the person; like NAME unless given.")
    private String displayName = "";

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      Map<String, Object> wanted = new LinkedHashMap<>();
      wanted.put("name", name);
      wanted.put("role", role);
      wanted.put("displayName", displayName);
      tell(Server.of(home.path()).post("/users", wanted), json);
      return 0;
    }
  }

  /** {@code user list}. */
  @Command(name = "list", description = "Lists the accounts.", mixinStandardHelpOptions = true)
  static final class Listing implements Callable<Integer> {
    @Mixin private HomeOption home = new HomeOption();

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      JsonNode users = Server.of(home.path()).get("/users");
      if (json) {
        System.out.println(users);
        return 0;
      }
      for (JsonNode user : users.path("items")) {
        System.out.printf(
            "%-20s %-14s %-8s %s%n",
            user.path("name").asString(),
            user.path("role").asString(),
            user.path("state").asString(),
            user.path("displayName").asString());
      }
      return 0;
    }
  }

  /** {@code user reset}: prints the new first password, once. */
  @Command(
      name = "reset",
      description = "Gives an account a new first password and prints it once; its sessions end.",
      mixinStandardHelpOptions = true)
  static final class Reset implements Callable<Integer> {
    @Mixin private HomeOption home = new HomeOption();
    @Mixin private Whose whose = new Whose();

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      tell(whose.post(home, "reset-password"), json);
      return 0;
    }
  }

  /** {@code user close}. */
  @Command(
      name = "close",
      description = "Closes an account: its sessions and tokens end at once.",
      mixinStandardHelpOptions = true)
  static final class Close implements Callable<Integer> {
    @Mixin private HomeOption home = new HomeOption();
    @Mixin private Whose whose = new Whose();

    @Override
    public Integer call() throws Exception {
      whose.post(home, "close");
      return 0;
    }
  }

  /** {@code user open}. */
  @Command(
      name = "open",
      description = "Opens a closed account again.",
      mixinStandardHelpOptions = true)
  static final class Open implements Callable<Integer> {
    @Mixin private HomeOption home = new HomeOption();
    @Mixin private Whose whose = new Whose();

    @Override
    public Integer call() throws Exception {
      whose.post(home, "open");
      return 0;
    }
  }

  /** {@code user unlock}. */
  @Command(
      name = "unlock",
      description = "Lets someone try again who gave wrong passwords.",
      mixinStandardHelpOptions = true)
  static final class Unlock implements Callable<Integer> {
    @Mixin private HomeOption home = new HomeOption();
    @Mixin private Whose whose = new Whose();

    @Override
    public Integer call() throws Exception {
      whose.post(home, "unlock");
      return 0;
    }
  }

  /** The account that a command is about. */
  static final class Whose {
    @Parameters(paramLabel = "NAME", description = "The account.")
    private String name = "";

    JsonNode post(HomeOption home, String change) throws IOException, InterruptedException {
      Server server = Server.of(home.path());
      return server.post("/users/" + idOf(server, name) + "/" + change, null);
    }
  }

  static String idOf(Server server, String name) throws IOException, InterruptedException {
    return server
        .get("/users")
        .path("items")
        .valueStream()
        .filter(user -> user.path("name").asString().equals(name))
        .map(user -> user.path("id").asString())
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    "no-such-user",
                    "There is no account %s; see ./huodang user list".formatted(name)));
  }

  private static void tell(JsonNode user, boolean json) {
    System.out.println(
        json
            ? user.toString()
            : "Sign in as %s with the password %s; it has to be changed at the first sign-in"
                .formatted(user.path("name").asString(), user.path("password").asString()));
  }
}
