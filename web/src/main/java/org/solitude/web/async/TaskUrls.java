package org.solitude.web.async;

import java.util.UUID;

/**
 * The body of a 202: the paths to poll.
 *
 * @param replay returns the response of the synchronous call
 * @param result returns the state of the task, and the response inside it
 */
public record TaskUrls(String replay, String result) {

    public static TaskUrls of(UUID task) {
        return new TaskUrls("/delay/replay/" + task + "/", "/delay/result/" + task + "/");
    }
}
