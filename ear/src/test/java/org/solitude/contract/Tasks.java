package org.solitude.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.solitude.client.Answer;
import org.solitude.client.Solitude;

/** Counts the caller's tasks, to show that a refusal made none. */
record Tasks(Solitude solitude) {

    int number() {
        Answer list = solitude.get("/delay/result/?limit=1");
        assertThat(list.status()).as("%s", list).isEqualTo(200);
        return list.json().getJsonObject("meta").getInt("total_count");
    }

    /** The answer of a request that must leave no task behind. */
    Answer noneMadeBy(Supplier<Answer> request) {
        int before = number();
        Answer answer = request.get();
        assertThat(number()).as("tasks after %s", answer).isEqualTo(before);
        return answer;
    }
}
