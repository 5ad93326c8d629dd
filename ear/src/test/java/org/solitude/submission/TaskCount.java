package org.solitude.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Counts the caller's tasks, to show that a refused request created none. */
public record TaskCount(SolitudeClient solitude) {

    public int count() {
        ApiResponse list = solitude.get("/delay/result/?limit=1");
        assertThat(list.status()).as("%s", list).isEqualTo(200);
        return list.json().getJsonObject("meta").getInt("total_count");
    }

    /** Sends a request, asserts that it created no task, and returns its response. */
    public ApiResponse assertNoTaskCreated(Supplier<ApiResponse> request) {
        int before = count();
        ApiResponse response = request.get();
        assertThat(count()).as("tasks after %s", response).isEqualTo(before);
        return response;
    }
}
