package org.solitude.buyer;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solitude.crypto.Encryptor;
import org.solitude.crypto.KeyedHash;

/** Seals buyers' addresses, each for the buyer it belongs to, and finds them all the same. */
@Dependent
public class BuyerEmails {

    private static final String PURPOSE = "buyer.email";

    private final Encryptor encryptor;
    private final KeyedHash hash;

    @Inject
    public BuyerEmails(Encryptor sealer, KeyedHash hash) {
        this.encryptor = sealer;
        this.hash = hash;
    }

    /** The address of the buyer with this uuid. */
    EncryptedEmail encrypt(String email, String uuid) {
        return new EncryptedEmail(
                encryptor.encrypt(email.getBytes(UTF_8), associatedData(uuid)), hash.of(PURPOSE, email));
    }

    /** The address as it was before it was sealed. */
    public @Nullable String of(Buyer buyer) {
        byte[] sealed = buyer.encryptedEmail();
        return sealed == null ? null : new String(encryptor.decrypt(sealed, associatedData(buyer.uuid())), UTF_8);
    }

    /** What to look for to find an address; null finds everything. */
    @Nullable
    List<String> hashesOf(@Nullable String email) {
        return email == null ? null : hash.allOf(PURPOSE, email);
    }

    private static byte[] associatedData(String uuid) {
        return (PURPOSE + ":" + uuid).getBytes(UTF_8);
    }

    /** An address that nobody can read, and the hash to find it by. */
    record EncryptedEmail(byte[] bytes, String hash) {}
}
