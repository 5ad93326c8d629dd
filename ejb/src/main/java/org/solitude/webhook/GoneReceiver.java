package org.solitude.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A URL that answered 410 to a client's webhook. It is not called for this client until a delivery is sent again. */
@Entity
@Table(name = "callback_gone")
class GoneReceiver {

    @EmbeddedId
    private Key key;

    @Column(nullable = false, updatable = false)
    private Instant since;

    protected GoneReceiver() {}

    /** The client and the hash of its URL. */
    @Embeddable
    static class Key implements Serializable {

        @Serial
        private static final long serialVersionUID = 1L;

        private String owner;

        @Column(name = "url_hash")
        private String urlHash;

        protected Key() {}

        Key(String owner, String urlHash) {
            this.owner = owner;
            this.urlHash = urlHash;
        }

        String owner() {
            return owner;
        }

        String urlHash() {
            return urlHash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.owner.equals(owner) && key.urlHash.equals(urlHash);
        }

        @Override
        public int hashCode() {
            return Objects.hash(owner, urlHash);
        }
    }
}
