package org.solitude.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Counts the caller's tasks, to show that a refusal made none. */
public record TaskCount(SolitudeClient solitude) {

    public int count() {
        ApiResponse list = solitude.get("/delay/result/?limit=1");
        assertThat(list.status()).as("%s", list).isEqualTo(200);
        return list.json().getJsonObject("meta").getInt("total_count");
    }

    /** The answer of a request that must leave no task behind. */
    public ApiResponse assertNoTaskCreated(Supplier<ApiResponse> request) {
        int before = count();
        ApiResponse answer = request.get();
        assertThat(count()).as("tasks after %s", answer).isEqualTo(before);
        return answer;
    }
}
