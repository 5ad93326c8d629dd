package org.solitude.web.async;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds {@link org.solitude.web.async.longpoll.LongPollFilter} to the polling URLs, where {@code Prefer: wait=N} makes
 * a poll a long poll.
 */
@NameBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface LongPoll {}
