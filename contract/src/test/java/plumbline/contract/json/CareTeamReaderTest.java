package plumbline.contract.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.check.Violation;
import plumbline.contract.team.CareTeam;
import plumbline.contract.team.Ladder;

class CareTeamReaderTest {
    private static final String ANNA = "'members':[{'id':'anna','channels':[{'kind':'log'}]}]";

    @Test
    void aTeamThatSaysLittleHasTheUsualLadders() {
        CareTeam team = good("'timeZone':'Europe/Zurich'," + ANNA);

        assertThat(team.urgent()).isEqualTo(Ladder.URGENT);
        assertThat(team.routine()).isEqualTo(Ladder.ROUTINE);
    }

    @Test
    void whatIsWrittenReadsBack() {
        CareTeam team = good("'timeZone':'Europe/Zurich','language':'de','handOver':'south','members':[{'id':'anna',"
                + "'quietHours':{'from':'22:00','to':'07:00'},'away':true,'channels':[{'kind':'webhook',"
                + "'address':'https://example.org/h','keys':['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw']}]}],"
                + "'urgent':{'steps':[{'after':'PT0S','to':['anna'],'over':['webhook']}],'repeat':'PT1M'}");

        assertThat(CareTeamReader.read(Json.write(team), "north")).isEqualTo(new CareTeamReader.Outcome.Good(team));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'timeZone':'Mars/Olympus',%s | timeZone
            %s | timeZone
            'timeZone':'Europe/Zurich' | members
            'timeZone':'Europe/Zurich','members':[{'id':'a','channels':[]}] | members/0/channels
            'timeZone':'Europe/Zurich','members':[{'id':'a','channels':[{'kind':'webhook'}]}] | members/0/channels/0/address
            'timeZone':'Europe/Zurich','members':[{'id':'a','channels':[{'kind':'webhook','address':'ftp://x'}]}] | members/0/channels/0/address
            'timeZone':'Europe/Zurich','members':[{'id':'a','channels':[{'kind':'webhook','address':'https://example.org','keys':['whsec_c2hvcnQ=']}]}] | members/0/channels/0/keys/0
            'timeZone':'Europe/Zurich','members':[{'id':'a','channels':[{'kind':'pigeon'}]}] | members/0/channels/0/kind
            'timeZone':'Europe/Zurich',%s,'urgent':{'steps':[]} | urgent/steps
            'timeZone':'Europe/Zurich',%s,'urgent':{'steps':[{'after':'PT5M'}]} | urgent/steps/0/after
            'timeZone':'Europe/Zurich',%s,'urgent':{'steps':[{'after':'soon'}]} | urgent/steps/0/after
            'timeZone':'Europe/Zurich',%s,'urgent':{'steps':[{'after':'PT0S'},{'after':'PT0S'}]} | urgent/steps/1/after
            'timeZone':'Europe/Zurich',%s,'routine':{'steps':[{'after':'PT0S','to':['nobody']}]} | routine/steps/0/to
            'timeZone':'Europe/Zurich',%s,'routine':{'steps':[{'after':'PT0S'}],'repeat':'PT1S'} | routine/repeat
            'timeZone':'Europe/Zurich',%s,'handOver':'north' | handOver
            'timeZone':'Europe/Zurich',%s,'id':'south' | id
            """)
    void namesWhatIsWrong(String fields, String field) {
        assertThat(bad(fields.replace("%s", ANNA))).extracting(Violation::field).contains(field);
    }

    @Test
    void aBodyThatIsNoObjectIsNamed() {
        assertThat(CareTeamReader.read("[1]".getBytes(StandardCharsets.UTF_8), "north"))
                .isInstanceOf(CareTeamReader.Outcome.Bad.class);
        assertThat(CareTeamReader.read("{".getBytes(StandardCharsets.UTF_8), "north"))
                .isInstanceOf(CareTeamReader.Outcome.Bad.class);
    }

    private static CareTeam good(String fields) {
        return ((CareTeamReader.Outcome.Good) read(fields)).team();
    }

    private static List<Violation> bad(String fields) {
        return ((CareTeamReader.Outcome.Bad) read(fields)).violations();
    }

    private static CareTeamReader.Outcome read(String fields) {
        byte[] json = ("{" + fields.replace('\'', '"') + "}").getBytes(StandardCharsets.UTF_8);
        return CareTeamReader.read(json, "north");
    }
}
