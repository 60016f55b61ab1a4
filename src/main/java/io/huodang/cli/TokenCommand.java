package io.huodang.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code token}: keys for machines. */
@Command(
    name = "token",
    description = "Keys for machines.",
    subcommands = TokenCommand.Create.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class TokenCommand {
  private TokenCommand() {}

  /** {@code token create}: prints the secret, once. */
  @Command(
      name = "create",
      description = "Makes a token and prints it once.",
      mixinStandardHelpOptions = true)
  static final class Create implements Callable<Integer> {
    @Mixin private HomeOption home = new HomeOption();

    @Option(names = "--name", required = true, paramLabel = "N", description = "What it is for.")
    private String name = "";

    @Option(
        names = "--user",
        paramLabel = "NAME",
        description = "As whom it acts; as the command line, an administrator, unless given.")
    private String user = "";

    @Option(
        names = "--days",
        paramLabel = "N",
        description = "For how many days it works; until it is revoked unless given.")
    private int days;

    @Override
    public Integer call() throws Exception {
      Server server = Server.of(home.path());
      Map<String, Object> wanted = new LinkedHashMap<>();
      wanted.put("name", name);
      if (!user.isEmpty()) {
        wanted.put("userId", UserCommand.idOf(server, user));
      }
      if (days > 0) {
        wanted.put("expiresAt", Instant.now().plus(Duration.ofDays(days)).toString());
      }
      System.out.println(server.post("/tokens", wanted).path("token").asString());
      return 0;
    }
  }
}
