package org.solitude.persistence.jta;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether this request has begun what its rollback does not undo: a call to a payment provider. If such a request fails
 * on our side, its client must not read that nothing was changed.
 */
@RequestScoped
public class LastingEffects {

    private boolean begun;
    private @Nullable String lookAt;

    /** Records that an effect may begin from now on. */
    public void begin() {
        begun = true;
    }

    /** Names the path of the record that shows what becomes of the effect. */
    public void lookAt(String path) {
        lookAt = path;
    }

    boolean isBegun() {
        return begun;
    }

    @Nullable
    String path() {
        return lookAt;
    }

    /** Returns whether an effect has begun. Without a request, as in the answer of a suspended poll, there is none. */
    public static boolean haveBegun(LastingEffects current) {
        try {
            return current.isBegun();
        } catch (ContextNotActiveException e) {
            return false;
        }
    }

    /** Returns the path of the record that shows what becomes of the effect, if there is one. */
    public static Optional<String> whereToLook(LastingEffects current) {
        try {
            return Optional.ofNullable(current.path());
        } catch (ContextNotActiveException e) {
            return Optional.empty();
        }
    }
}
