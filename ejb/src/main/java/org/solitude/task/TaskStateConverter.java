package org.solitude.task;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a state as its name, so that a row can be read without the code. */
@Converter
public class TaskStateConverter implements AttributeConverter<TaskState, String> {

    @Override
    public String convertToDatabaseColumn(TaskState state) {
        return state.word();
    }

    @Override
    public TaskState convertToEntityAttribute(String word) {
        return TaskState.of(word);
    }
}
