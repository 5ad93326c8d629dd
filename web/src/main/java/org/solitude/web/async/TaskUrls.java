package org.solitude.web.async;

import java.util.UUID;

/**
 * The body of a 202: where to poll, as paths.
 *
 * @param replay gives the very response of the synchronous call
 * @param result gives the state of the task, with the response inside
 */
public record TaskUrls(String replay, String result) {

    public static TaskUrls of(UUID task) {
        return new TaskUrls("/delay/replay/" + task + "/", "/delay/result/" + task + "/");
    }
}
