package plumbline.ingest.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A request and what answers it. */
record Exchange(Request request, Response response, Callback callback) {}
