package steward.cli;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what is wrong with the words after {@code steward}, and where it says how they should be. */
final class UsageErrorHandler implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(sentence(wrong).replaceFirst("\\.$", "") + "; see '" + name + " --help'.");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String sentence(ParameterException wrong) {
        // What our own converters refuse, they refuse in a sentence that names the option.
        if (wrong.getCause() instanceof TypeConversionException refused) {
            return String.valueOf(refused.getMessage());
        }
        return wrong instanceof UnmatchedArgumentException unmatched
                ? sentence(unmatched)
                : String.valueOf(wrong.getMessage());
    }

    private static String sentence(UnmatchedArgumentException unmatched) {
        String word = "\"" + unmatched.getUnmatched().get(0) + "\"";
        CommandLine command = unmatched.getCommandLine();
        if (unmatched.isUnknownOption()) {
            return "There is no option " + word;
        }
        return command.getSubcommands().isEmpty()
                ? word + " is more than " + command.getCommandName() + " takes"
                : "There is no command " + word;
    }
}
