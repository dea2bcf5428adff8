package plumbline.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {
    @TempDir
    Path directory;

    private record Run(int code, String out, String err) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demo --patient 40 | Possible solutions: --patients",
                "demo --patients 3 | --patients must be from 7 to 2000",
                "demo --patients many | 'many' is not an int",
                "demo --ingest-port 70000 | A port must be from 0 to 65535",
                "strat | Did you mean: plumbline start",
                "start --kafka localhost | --kafka must be HOST:PORT",
                "token | --patient=P | --team=T",
                "token --patient a --team b | mutually exclusive",
                "token --patient a/b | An id is 1 to 64 characters",
                "token --patient p --scope fly | --scope knows no fly; there are events:write",
                "token --patient p --hours 0 | --hours must be from 1 to",
                "backtest --as-of yesterday FILE | --as-of must be a time with an offset",
                "import | Name a format: apple-health, fit or fhir",
                "import fit FILE | Missing required option: '--patient=P'",
                "import fit FILE --patient a/b | --patient must be 1 to 64 characters",
                "import fhir FILE --patient p --to 8080 | --to must be an http or https address",
                "simulate | Missing required option: '--out=DIR'",
                "simulate --patients 0 --out D | --patients must be from 1 to 10000",
                "simulate --days 4000 --out D | --days must be from 1 to 3660",
                "simulate --seed one --out D | '--seed': must be a whole number such as 7",
                "simulate --missing 0.3 --out D | Unknown options: '--missing'",
                "evaluate --patients many | 'many' is not an int",
                "evaluate --days 0 | --days must be from 1 to 3660",
                "evaluate --missing 30 | --missing must be from 0 to less than 1, such as 0.3",
                "evaluate --missing NaN | --missing must be from 0 to less than 1, such as 0.3",
                "replay | Missing required parameter: 'FILE'",
                "replay --to 8080 FILE | --to must be an http or https address",
                "replay --rate -1 FILE | --rate must be 1 or more"
            })
    void namesWhatIsWrongWithTheUsage(String arguments, String expected) {
        Run run = run(arguments.split(" "));

        assertThat(run.err()).contains(expected).doesNotContain("\tat ");
        assertThat(run.err().lines()).hasSizeBetween(1, 2);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "demo --help",
                "start --help",
                "replay --help",
                "import --help",
                "import apple-health --help",
                "backtest --help",
                "simulate --help",
                "evaluate --help",
                "ingest --help",
                "token --help",
                "help token"
            })
    void explainsItself(String arguments) {
        Run run = run(arguments.split(" "));

        assertThat(run.out()).contains("Usage: plumbline");
        assertThat(run.code()).isZero();
    }

    @Test
    void asksForACommandWhenNoneIsNamed() {
        assertThat(run()).isEqualTo(new Run(2, "", "plumbline: Name a command\nTry: plumbline --help\n"));
    }

    @Test
    void printsOnlyTheToken() {
        Run run = run("token", "--patient", "p-1", "--data-dir", directory.toString());

        assertThat(run.out()).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\R");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void failsInTwoLinesWhenAFileIsMissing() {
        Run run = run("replay", directory.resolve("none.ndjson").toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("none.ndjson cannot be read: it is missing");
        assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(2);
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Plumbline.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int code = line.execute(arguments);
        return new Run(code, out.toString(), err.toString());
    }
}
