package plumbline.chassis.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import plumbline.contract.json.Json;

/** Sends whole answers. */
public final class Answers {

    private Answers() {}

    /** Sends a message as JSON. */
    public static void json(Response response, Callback callback, int status, Object message) {
        json(response, callback, status, "application/json", message);
    }

    static void json(Response response, Callback callback, int status, String mediaType, Object message) {
        bytes(response, callback, status, mediaType, Json.write(message));
    }

    /** Sends a text in UTF-8. */
    public static void text(Response response, Callback callback, int status, String mediaType, String text) {
        bytes(response, callback, status, mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes. */
    public static void bytes(Response response, Callback callback, int status, String mediaType, byte[] bytes) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, mediaType);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        response.write(true, ByteBuffer.wrap(bytes), callback);
    }
}
