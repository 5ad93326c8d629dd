package org.solitude.seller;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.solitude.persistence.EntityStore;
import org.solitude.persistence.UniqueKey;
import org.solitude.persistence.paging.AttributeFilter;
import org.solitude.persistence.paging.Page;
import org.solitude.persistence.paging.PageRequest;
import org.solitude.validation.RecordNotFoundException;

/** Creates, changes and lists sellers. */
@ApplicationScoped
public class SellerService {

    private static final UniqueKey UUID_KEY =
            new UniqueKey("seller_uuid", "uuid", "SELLER_UUID_ALREADY_EXISTS", "Another seller has this uuid already.");

    @Inject
    private EntityStore store;

    @Inject
    private Clock clock;

    public Seller create(SellerDraft draft) {
        requireFree(draft.uuid());
        Seller seller = new Seller(draft, clock.instant());
        store.add(seller, UUID_KEY);
        return seller;
    }

    public Seller get(long pk) {
        return store.find(Seller.class, pk).orElseThrow(() -> missing(pk));
    }

    /**
     * Changes a seller under a row lock.
     *
     * @param edit receives the seller and the draft that would leave it unchanged, and returns the draft to apply
     */
    public Seller change(long pk, BiFunction<Seller, SellerDraft, SellerDraft> edit) {
        Seller seller = store.lock(Seller.class, pk).orElseThrow(() -> missing(pk));
        SellerDraft present = seller.asDraft();
        SellerDraft wanted = edit.apply(seller, present);
        if (!seller.uuid().equals(wanted.uuid())) {
            requireFree(wanted.uuid());
        }
        if (!wanted.equals(present)) {
            seller.apply(wanted, clock.instant());
            store.save(UUID_KEY);
        }
        return seller;
    }

    /** Lists sellers, newest first. A null parameter does not filter. */
    public Page<Seller> list(@Nullable String uuid, @Nullable Boolean active, PageRequest slice) {
        return store.page(
                new AttributeFilter<>(Seller.class).where("uuid", uuid).where("active", active), slice);
    }

    private void requireFree(@Nullable String uuid) {
        if (uuid != null && store.exists(new AttributeFilter<>(Seller.class).where("uuid", uuid))) {
            throw UUID_KEY.violation();
        }
    }

    private static RecordNotFoundException missing(long pk) {
        return new RecordNotFoundException("There is no seller " + pk + ".");
    }
}
