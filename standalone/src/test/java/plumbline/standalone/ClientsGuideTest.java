package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plumbline.contract.check.ErrorCode;

/** What docs/clients.md tells client developers. */
class ClientsGuideTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\| \\S");

    @Test
    void explainsEveryReasonForARejection() throws IOException {
        List<String> explained = ROW.matcher(Files.readString(Path.of("..", "docs", "clients.md")))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(explained)
                .containsExactlyElementsOf(Stream.of(ErrorCode.values())
                        .filter(code -> !code.isOfTeams())
                        .map(ErrorCode::code)
                        .toList());
    }
}
