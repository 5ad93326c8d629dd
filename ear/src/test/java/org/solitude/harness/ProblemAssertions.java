package org.solitude.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.solitude.testkit.client.ApiResponse;

/** Asserts that an error response is a problem document (RFC 9457). */
public final class ProblemAssertions {
    private ProblemAssertions() {}

    public static void assertProblem(ApiResponse response, int status) {
        assertThat(response.status()).as("%s", response).isEqualTo(status);
        assertThat(response.header("Content-Type").orElse(""))
                .as("%s", response)
                .startsWith("application/problem+json");
        var problem = response.json();
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(response.text()).doesNotContain("Exception", "org.jboss", "org.solitude", "\tat ");
    }
}
