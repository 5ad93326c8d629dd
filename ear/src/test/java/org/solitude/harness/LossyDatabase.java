package org.solitude.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A database behind a TCP proxy that can lose a commit: the command before PostgreSQL gets it, or PostgreSQL's answer to
 * it. In both cases the server sees its connection end, and cannot tell which it was.
 */
public final class LossyDatabase implements TestDatabase {

    private static final String URL = "SOLITUDE_DATABASE_URL";
    private static final String COMMIT = "COMMIT";

    private final TestDatabase database;
    private final URI address;
    private final ServerSocket socket;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Plan plan;
    private volatile boolean down;

    /** What is lost of a commit. */
    public enum Loss {
        COMMAND,
        ANSWER
    }

    /** A commit to lose: that of the transaction in which this text is sent. */
    private record Plan(String text, AtomicInteger earlier, Loss loss, boolean thenDown) {}

    public LossyDatabase(TestDatabase database) {
        this.database = database;
        this.address =
                URI.create(Objects.requireNonNull(database.settings().get(URL)).substring("jdbc:".length()));
        try {
            this.socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("accepts database connections", this::acceptAll);
    }

    /** Loses the commit of the next transaction that sends this text: a value or a piece of its SQL. */
    public void loseCommitOf(String text, Loss loss) {
        loseCommitOf(text, 0, loss);
    }

    /** Does the same after so many transactions that send the text. */
    public void loseCommitOf(String text, int earlier, Loss loss) {
        plan = new Plan(text, new AtomicInteger(earlier), loss, false);
    }

    /** Does the same, and ends all connections and refuses new ones until {@link #up}. */
    public void loseCommitAndGoDown(String text, Loss loss) {
        plan = new Plan(text, new AtomicInteger(), loss, true);
    }

    /** Accepts connections again. */
    public void up() {
        down = false;
    }

    /** Returns whether the planned commit was lost. */
    public boolean hasLostCommit() {
        return plan == null;
    }

    /** Statements are not prepared in PostgreSQL, so that each is sent with its text. */
    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put(
                URL,
                "jdbc:postgresql://127.0.0.1:" + socket.getLocalPort() + address.getPath() + "?prepareThreshold=0");
        return settings;
    }

    @Override
    public Optional<Path> files() {
        return database.files();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            links.forEach(Link::close);
            database.close();
        }
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                if (down) {
                    client.close();
                } else {
                    new Link(client, new Socket(address.getHost(), address.getPort())).open();
                }
            } catch (IOException e) {
                System.getLogger(LossyDatabase.class.getName())
                        .log(System.Logger.Level.DEBUG, "no database connection", e);
            }
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** One connection of the server, and the one to PostgreSQL that belongs to it. */
    private final class Link {

        private final Socket client;
        private final Socket postgres;
        private volatile @Nullable Plan planned;
        private volatile boolean committing;

        Link(Socket client, Socket postgres) {
            this.client = client;
            this.postgres = postgres;
        }

        void open() {
            links.add(this);
            start("to PostgreSQL", () -> pump(client, postgres, this::losesCommand));
            start("from PostgreSQL", () -> pump(postgres, client, this::losesAnswer));
        }

        private boolean losesCommand(String text) {
            Plan present = plan;
            if (present != null && text.contains(present.text())) {
                planned = present;
            }
            Plan mine = planned;
            if (mine == null || !text.contains(COMMIT)) {
                return false;
            }
            if (mine.earlier().getAndDecrement() > 0) {
                planned = null;
                return false;
            }
            committing = true;
            return mine.loss() == Loss.COMMAND;
        }

        private boolean losesAnswer(String text) {
            return committing && text.contains(COMMIT);
        }

        private void pump(Socket from, Socket to, Predicate<String> isLost) {
            byte[] buffer = new byte[64 * 1024];
            try {
                InputStream in = from.getInputStream();
                for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                    if (isLost.test(new String(buffer, 0, length, StandardCharsets.ISO_8859_1))) {
                        lose();
                        break;
                    }
                    to.getOutputStream().write(buffer, 0, length);
                }
            } catch (IOException e) {
                System.getLogger(LossyDatabase.class.getName())
                        .log(System.Logger.Level.DEBUG, "a database connection ended", e);
            } finally {
                close();
            }
        }

        private void lose() {
            Plan lost = planned;
            if (lost != null && lost.thenDown()) {
                down = true;
                links.stream().filter(link -> link != this).forEach(Link::close);
            }
            plan = null;
        }

        void close() {
            links.remove(this);
            for (Socket each : new Socket[] {client, postgres}) {
                try {
                    each.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
