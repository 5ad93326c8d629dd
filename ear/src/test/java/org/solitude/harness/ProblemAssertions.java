package org.solitude.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.solitude.testkit.client.ApiResponse;

/** What every error of ours looks like (RFC 9457). */
public final class ProblemAssertions {
    private ProblemAssertions() {}

    public static void assertProblem(ApiResponse answer, int status) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.header("Content-Type").orElse("")).as("%s", answer).startsWith("application/problem+json");
        var problem = answer.json();
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(answer.text()).doesNotContain("Exception", "org.jboss", "org.solitude", "\tat ");
    }
}
