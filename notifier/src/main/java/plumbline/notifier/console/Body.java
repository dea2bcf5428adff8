package plumbline.notifier.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import plumbline.chassis.http.Answers;

/** The content of an answer, plain and compressed; the receiver chooses. */
final class Body {
    private final String mediaType;
    private final byte[] plain;
    private final byte[] zipped;

    private Body(String mediaType, byte[] plain, byte[] zipped) {
        this.mediaType = mediaType;
        this.plain = plain;
        this.zipped = zipped;
    }

    static Body of(String mediaType, byte[] plain) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream(plain.length / 2 + 32);
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(plain);
        } catch (IOException impossible) {
            throw new IllegalStateException("writing to memory", impossible);
        }
        return new Body(mediaType, plain, zipped.toByteArray());
    }

    void send(Request request, Response response, Callback callback, int status) {
        response.getHeaders().put(HttpHeader.VARY, "Accept-Encoding");
        boolean zip = request.getHeaders().contains(HttpHeader.ACCEPT_ENCODING, "gzip");
        if (zip) {
            response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
        }
        Answers.bytes(response, callback, status, mediaType, zip ? zipped : plain);
    }
}
