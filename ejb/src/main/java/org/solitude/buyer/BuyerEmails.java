package org.solitude.buyer;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solitude.crypto.Encryptor;
import org.solitude.crypto.KeyedHash;

/** Encrypts buyers' email addresses and hashes them, so that an encrypted address can be searched for. */
@Dependent
public class BuyerEmails {

    private static final String PURPOSE = "buyer.email";

    private final Encryptor encryptor;
    private final KeyedHash hash;

    @Inject
    public BuyerEmails(Encryptor encryptor, KeyedHash hash) {
        this.encryptor = encryptor;
        this.hash = hash;
    }

    /** Encrypts an address; the buyer's uuid is the associated data. */
    EncryptedEmail encrypt(String email, String uuid) {
        return new EncryptedEmail(
                encryptor.encrypt(email.getBytes(UTF_8), associatedData(uuid)), hash.of(PURPOSE, email));
    }

    /** Decrypts the address of a buyer, null if there is none. */
    public @Nullable String of(Buyer buyer) {
        byte[] encrypted = buyer.encryptedEmail();
        return encrypted == null ? null : new String(encryptor.decrypt(encrypted, associatedData(buyer.uuid())), UTF_8);
    }

    /** Returns the hashes that a search for this address must look for; null, which matches all buyers, for null. */
    @Nullable
    List<String> hashesOf(@Nullable String email) {
        return email == null ? null : hash.allOf(PURPOSE, email);
    }

    private static byte[] associatedData(String uuid) {
        return (PURPOSE + ":" + uuid).getBytes(UTF_8);
    }

    /** An encrypted address and the hash to find it by. */
    record EncryptedEmail(byte[] bytes, String hash) {}
}
