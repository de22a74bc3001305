package io.leadmap.ses;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An SES that reads every request whole, counts it, and answers or hangs up as it is told. */
final class MailServer implements AutoCloseable {

    /** What happens after a request was read. */
    enum Then {
        ACCEPT,
        HANG_UP,
        RESET,
        SAY_NOTHING,
        FAIL,
        THROTTLE,
        REJECT
    }

    private final ServerSocket server;
    private final List<Then> script;
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean lastRequestClosed;
    private final List<String> arrivals = new CopyOnWriteArrayList<>();

    MailServer(Then... script) throws IOException {
        this.script = List.of(script);
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    /** The bodies that arrived. */
    List<String> arrivals() {
        return arrivals;
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                Thread.ofPlatform().daemon().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean open = true;
            while (open && read(in)) {
                Then then = script.get(Math.min(arrivals.size(), script.size()) - 1);
                // As HTTP wants it: the connection ends where the client asked for that.
                open = answer(socket, in, then) && !lastRequestClosed;
            }
        } catch (IOException e) {
            // The client went away, which a test may want.
        }
    }

    private boolean read(InputStream in) throws IOException {
        String first = line(in);
        int length = 0;
        lastRequestClosed = false;
        String header = first;
        while (!header.isEmpty()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring("content-length:".length()).strip());
            }
            lastRequestClosed |= lower.equals("connection: close");
            header = line(in);
        }
        if (first.isEmpty()) {
            return false;
        }
        arrivals.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
        return true;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            if (next != '\r') {
                line.append((char) next);
            }
            next = in.read();
        }
        return line.toString();
    }

    private static boolean answer(Socket socket, InputStream in, Then then) throws IOException {
        switch (then) {
            case ACCEPT -> write(socket, "200 OK", ACCEPTED);
            case FAIL -> write(socket, "500 Error", error("InternalFailure"));
            case THROTTLE -> write(socket, "400 Bad", error("Throttling"));
            case REJECT -> write(socket, "400 Bad", error("MessageRejected"));
            case RESET -> socket.setSoLinger(true, 0);
            case SAY_NOTHING -> in.transferTo(OutputStream.nullOutputStream());
            case HANG_UP -> {}
        }
        return then != Then.RESET && then != Then.HANG_UP && then != Then.SAY_NOTHING;
    }

    private static final String ACCEPTED =
            "<SendRawEmailResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\">"
                    + "<SendRawEmailResult><MessageId>m1</MessageId></SendRawEmailResult>"
                    + "</SendRawEmailResponse>";

    private static String error(String code) {
        return "<ErrorResponse><Error><Type>Sender</Type><Code>"
                + code
                + "</Code><Message>no</Message></Error></ErrorResponse>";
    }

    private static void write(Socket socket, String status, String body) throws IOException {
        socket.getOutputStream()
                .write(
                        "HTTP/1.1 %s\r\nContent-Type: text/xml\r\nContent-Length: %d\r\n\r\n%s"
                                .formatted(status, body.length(), body)
                                .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
