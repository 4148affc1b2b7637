package org.ehcpathway.letter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server with one trouble at a time, on a real socket. It counts the letters that it was given whole. */
public final class TroubledMailServer implements AutoCloseable {

    public enum Trouble {
        NONE,
        HANGS_AT_THE_GREETING,
        HAS_NO_SUCH_MAILBOX,
        ASKS_TO_COME_LATER,
        DIES_BEFORE_THE_LETTER,
        TAKES_THE_LETTER_AND_DIES,
        TAKES_THE_LETTER_AND_HANGS,
        REFUSES_THE_WHOLE_LETTER
    }

    public volatile Trouble trouble = Trouble.NONE;
    public final AtomicInteger letters = new AtomicInteger();

    private final ServerSocket door;

    public TroubledMailServer() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread listening = new Thread(this::listen, "troubled mail server");
        listening.setDaemon(true);
        listening.start();
    }

    public int port() {
        return door.getLocalPort();
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket visitor = door.accept();
                Thread talking = new Thread(() -> talk(visitor), "troubled conversation");
                talking.setDaemon(true);
                talking.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket visitor) {
        try (visitor) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(visitor.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = visitor.getOutputStream();
            if (trouble == Trouble.HANGS_AT_THE_GREETING) {
                in.readLine();
                return;
            }
            say(out, "220 here");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("RCPT") && trouble == Trouble.HAS_NO_SUCH_MAILBOX) {
                    say(out, "550 5.1.1 no such mailbox");
                } else if (line.startsWith("RCPT") && trouble == Trouble.ASKS_TO_COME_LATER) {
                    say(out, "451 4.7.1 try later");
                } else if (line.equals("DATA")) {
                    if (trouble == Trouble.DIES_BEFORE_THE_LETTER) {
                        return;
                    }
                    say(out, "354 go on");
                    if (!take(in, out)) {
                        return;
                    }
                } else if (line.equals("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 fine");
                }
            }
        } catch (IOException gone) {
            // As servers do.
        }
    }

    private boolean take(BufferedReader in, OutputStream out) throws IOException {
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
        if (line == null) {
            return false;
        }
        if (trouble == Trouble.REFUSES_THE_WHOLE_LETTER) {
            say(out, "554 5.7.1 refused by policy");
            return true;
        }
        letters.incrementAndGet();
        if (trouble == Trouble.TAKES_THE_LETTER_AND_DIES) {
            return false;
        }
        if (trouble == Trouble.TAKES_THE_LETTER_AND_HANGS) {
            in.readLine();
            return false;
        }
        say(out, "250 taken");
        return true;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
