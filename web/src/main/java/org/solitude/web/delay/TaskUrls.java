package org.solitude.web.delay;

import org.solitude.delay.DelayedTask;

/**
 * The body of a 202: where to poll, as paths.
 *
 * @param replay gives the very response of the synchronous call
 * @param result gives the state of the task, with the response inside
 */
public record TaskUrls(String replay, String result) {

    static TaskUrls of(DelayedTask task) {
        return new TaskUrls("/delay/replay/" + task.uuid() + "/", "/delay/result/" + task.uuid() + "/");
    }
}
