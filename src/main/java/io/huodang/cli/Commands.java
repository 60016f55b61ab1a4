package io.huodang.cli;

import io.huodang.vocabulary.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;

/** The command {@code huodang} with all that stands below it. */
@Command(
    name = "huodang",
    description = "Social-insurance archives, imaged and found in under a second.",
    subcommands = {
      Down.class,
      Status.class,
      Ingest.class,
      Find.class,
      RosterCommand.class,
      UserCommand.class,
      TokenCommand.class,
      Recognize.class,
      Reindex.class,
      Verify.class,
      BackupCommand.class,
      RestoreCommand.class,
      Doctor.class,
      Bench.class
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class Commands {
  private Commands() {}

  /**
   * Runs one command.
   *
   * @param server the application that {@code up} starts
   * @return the exit status: 0 only on success
   */
  public static int run(Class<?> server, String... arguments) {
    IFactory factory = CommandLine.defaultFactory();
    CommandLine commands = new CommandLine(new Commands(), factory);
    commands.addSubcommand("up", new Up(server));
    commands.setExecutionExceptionHandler(Commands::explain);
    commands.setParameterExceptionHandler(
        (wrong, _) -> {
          System.err.println(wrong.getMessage());
          System.err.println(
              "See ./huodang "
                  + wrong.getCommandLine().getCommandSpec().qualifiedName(" ")
                  + " --help");
          return CommandLine.ExitCode.USAGE;
        });
    if (arguments.length == 0) {
      commands.usage(System.err);
      return CommandLine.ExitCode.USAGE;
    }
    return commands.execute(arguments);
  }

  /** One clear line for what a person can mend; the trace only for what nobody foresaw. */
  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    switch (failure) {
      case Refusal refusal -> System.err.println("huodang: " + refusal.getMessage());
      case InterruptedException _ -> System.err.println("huodang: interrupted");
      default -> failure.printStackTrace(System.err);
    }
    return CommandLine.ExitCode.SOFTWARE;
  }
}
