package org.dynlab.app.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A web server on this machine that serves a few files, well or badly. */
final class FakeMirror implements Closeable {
  private final HttpServer server;
  private final Map<String, byte[]> files;
  private final Manners manners;
  private final List<String> asked = new ArrayList<>();

  /**
   * How it serves.
   *
   * @param ranges whether it knows them
   * @param piece the most bytes it sends before it drops the connection; 0 for all
   * @param status what it answers instead of 200; 0 for 200
   */
  record Manners(boolean ranges, int piece, int status) {
    static final Manners GOOD = new Manners(true, 0, 0);
  }

  FakeMirror(Map<String, byte[]> files, Manners manners) throws IOException {
    this.files = files;
    this.manners = manners;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/set/", this::serve);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/set/");
  }

  /** What was asked, e.g. {@code a.gz} or {@code a.gz from 10}. */
  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String name = exchange.getRequestURI().getPath().substring("/set/".length());
      byte[] content = files.get(name);
      String range = exchange.getRequestHeaders().getFirst("Range");
      int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
      note(name + (from == 0 ? "" : " from " + from));
      if (manners.status() > 0 || content == null) {
        exchange.sendResponseHeaders(manners.status() > 0 ? manners.status() : 404, -1);
      } else if (manners.ranges() && from >= content.length) {
        exchange.sendResponseHeaders(416, -1);
      } else {
        answer(exchange, content, manners.ranges() ? from : 0);
      }
    }
  }

  private void answer(HttpExchange exchange, byte[] content, int from) throws IOException {
    if (from > 0) {
      String all = "bytes " + from + "-" + (content.length - 1) + "/" + content.length;
      exchange.getResponseHeaders().set("Content-Range", all);
    }
    int rest = content.length - from;
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, rest);
    int sent = manners.piece() == 0 ? rest : Math.min(rest, manners.piece());
    OutputStream out = exchange.getResponseBody();
    out.write(content, from, sent);
    out.flush();
  }

  private synchronized void note(String line) {
    asked.add(line);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
