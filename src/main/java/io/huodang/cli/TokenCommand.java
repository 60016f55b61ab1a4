package io.huodang.cli;

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

    @Override
    public Integer call() throws Exception {
      System.out.println(
          Server.of(home.path()).post("/tokens", Map.of("name", name)).path("token").asString());
      return 0;
    }
  }
}
