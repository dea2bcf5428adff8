package plumbline.notifier.access;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One entry of the access log: what {@code access-log-v1} keeps, for as long as a topic may keep what an erasure cannot reach.
 *
 * @param chain the run of a notifier that wrote it
 * @param sequence counts its entries from 1
 * @param who the subject of the token
 * @param team for whom they work; {@code *} for all, empty for none
 * @param what the code of an {@link AccessKind}
 * @param subject the id of the alert, team or message; empty where there is none
 * @param status of the answer over HTTP: from 400 on nothing was shown or done
 * @param previous the seal of the entry before; empty for the first
 * @param seal SHA-256 over all other fields in hexadecimal, so that no entry can be changed, left out or put in between unseen
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("access")
public record Access(
        String chain,
        long sequence,
        Instant at,
        String who,
        String team,
        String what,
        String subject,
        int status,
        String previous,
        String seal) {

    /** The same entry with its seal. */
    Access sealed() {
        return new Access(chain, sequence, at, who, team, what, subject, status, previous, ownSeal());
    }

    /** Whether nothing of it was changed since it was sealed. */
    boolean isSealed() {
        return seal.equals(ownSeal());
    }

    /** Whether it is the next after another. */
    boolean follows(Access before) {
        return sequence == before.sequence + 1 && previous.equals(before.seal);
    }

    private String ownSeal() {
        // With their lengths, so that no text can pass for two fields.
        String fields = Stream.of(
                        chain,
                        Long.toString(sequence),
                        at.toString(),
                        who,
                        team,
                        what,
                        subject,
                        Integer.toString(status),
                        previous)
                .map(field -> field.length() + ":" + field)
                .collect(Collectors.joining());
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(fields.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
