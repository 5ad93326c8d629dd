package org.solitude.buyer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.solitude.persistence.EntityStore;
import org.solitude.persistence.UniqueKey;
import org.solitude.persistence.paging.AttributeFilter;
import org.solitude.persistence.paging.Page;
import org.solitude.persistence.paging.PageRequest;
import org.solitude.validation.RecordNotFoundException;

/** Creates, changes, closes and lists buyers. */
@ApplicationScoped
public class BuyerService {

    private static final UniqueKey UUID_KEY =
            new UniqueKey("buyer_uuid", "uuid", "BUYER_UUID_ALREADY_EXISTS", "Another buyer has this uuid already.");

    @Inject
    private EntityStore store;

    @Inject
    private BuyerEmails emails;

    @Inject
    private PinHasher hasher;

    @Inject
    private Clock clock;

    /** Creates a buyer. The slow hash of its PIN comes before the first statement, which takes a connection. */
    public Buyer create(BuyerDraft draft) {
        Buyer buyer = Buyer.from(draft, emails, hasher, clock.instant());
        requireFree(draft.uuid());
        store.add(buyer, UUID_KEY);
        return buyer;
    }

    public Buyer get(long pk) {
        return store.find(Buyer.class, pk).orElseThrow(() -> missing(pk));
    }

    /**
     * Changes a buyer under a row lock.
     *
     * @param pins the PINs that the draft may set, so that they are hashed before the row is locked
     * @param edit receives the buyer and the draft that would leave it unchanged, and returns the draft to apply
     */
    public Buyer change(long pk, Collection<String> pins, BiFunction<Buyer, BuyerDraft, BuyerDraft> edit) {
        PinHasher prepared = HashedPins.of(hasher, pins);
        Buyer buyer = lockOpen(pk);
        BuyerDraft present = buyer.asDraft(emails);
        BuyerDraft wanted = edit.apply(buyer, present);
        if (!buyer.uuid().equals(wanted.uuid())) {
            requireFree(wanted.uuid());
        }
        if (!wanted.equals(present)) {
            buyer.apply(wanted, emails, prepared, clock.instant());
            store.save(UUID_KEY);
        }
        return buyer;
    }

    /**
     * Removes a buyer's personal data. This cannot be undone.
     *
     * @param check receives the locked buyer and may throw to refuse
     */
    public Buyer close(long pk, Consumer<Buyer> check) {
        Buyer buyer = lockOpen(pk);
        check.accept(buyer);
        buyer.close(emails, clock.instant());
        store.save();
        return buyer;
    }

    /** A closed buyer can be read, because payments refer to it; for every other operation it does not exist. */
    private Buyer lockOpen(long pk) {
        return store.lock(Buyer.class, pk).filter(buyer -> !buyer.isClosed()).orElseThrow(() -> missing(pk));
    }

    /** Lists buyers, newest first. A null parameter does not filter. */
    public Page<Buyer> list(
            @Nullable String uuid, @Nullable Boolean active, @Nullable String email, PageRequest slice) {
        AttributeFilter<Buyer> selection = new AttributeFilter<>(Buyer.class)
                .where("uuid", uuid)
                .whereIn("emailHash", emails.hashesOf(email))
                .where("active", active);
        return store.page(selection, slice);
    }

    private void requireFree(@Nullable String uuid) {
        if (uuid != null && store.exists(new AttributeFilter<>(Buyer.class).where("uuid", uuid))) {
            throw UUID_KEY.violation();
        }
    }

    private static RecordNotFoundException missing(long pk) {
        return new RecordNotFoundException("There is no buyer " + pk + ".");
    }
}
