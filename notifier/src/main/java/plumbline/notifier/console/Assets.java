package plumbline.notifier.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import plumbline.chassis.http.Problem;
import plumbline.contract.Identity;

/** The files that pages need, compressed once and held in memory. An address names the content, so it may be kept for ever. */
public final class Assets {
    private static final Map<String, String> OURS = Map.of(
            "console.css", "text/css;charset=utf-8",
            "keys.js", "text/javascript;charset=utf-8",
            "icon.svg", "image/svg+xml");

    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, Body> files = new HashMap<>();

    private Assets() {}

    /** Reads the files from the class path. */
    static Assets load() {
        Assets assets = new Assets();
        OURS.forEach((name, type) -> assets.add(name, type, read(Assets.class.getResourceAsStream(name), name)));
        Properties webjars = new Properties();
        try (InputStream list = Objects.requireNonNull(Assets.class.getResourceAsStream("webjars.properties"))) {
            webjars.load(list);
        } catch (IOException unreadable) {
            throw new IllegalStateException("webjars.properties cannot be read from the class path", unreadable);
        }
        webjars.stringPropertyNames().forEach(name -> {
            String path = webjars.getProperty(name);
            assets.add(
                    name,
                    "text/javascript;charset=utf-8",
                    read(Assets.class.getClassLoader().getResourceAsStream(path), path));
        });
        return assets;
    }

    private void add(String name, String type, byte[] bytes) {
        String tag = Identity.of(new String(bytes, StandardCharsets.ISO_8859_1));
        int dot = name.lastIndexOf('.');
        String file = name.substring(0, dot) + "." + tag + name.substring(dot);
        addresses.put(name, "/assets/" + file);
        files.put(file, Body.of(type, bytes));
    }

    /** Where a file is. */
    String address(String name) {
        return Objects.requireNonNull(addresses.get(name), name);
    }

    /** Answers with a file. */
    void answer(Request request, Response response, Callback callback, Map<String, String> path) {
        String file = path.getOrDefault("file", "");
        Body body = files.get(file);
        if (body == null) {
            Problem.of(HttpStatus.NOT_FOUND_404, "no-such-file", "There is no such file; load the page again")
                    .send(request, response, callback);
            return;
        }
        String tag = '"' + file + '"';
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "public, max-age=31536000, immutable");
        response.getHeaders().put(HttpHeader.ETAG, tag);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        if (tag.equals(request.getHeaders().get(HttpHeader.IF_NONE_MATCH))) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
            callback.succeeded();
            return;
        }
        body.send(request, response, callback, HttpStatus.OK_200);
    }

    private static byte[] read(@Nullable InputStream resource, String name) {
        if (resource == null) {
            throw new IllegalStateException(name + " is missing from the class path");
        }
        try (resource) {
            return resource.readAllBytes();
        } catch (IOException unreadable) {
            throw new IllegalStateException(name + " cannot be read from the class path", unreadable);
        }
    }
}
