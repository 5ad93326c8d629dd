package org.solitude.paymenttransaction;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a status as its number in the API, so that manual queries read like the API. */
@Converter(autoApply = true)
public class TransactionStatusConverter implements AttributeConverter<TransactionStatus, Integer> {

    @Override
    public Integer convertToDatabaseColumn(TransactionStatus status) {
        return status.code();
    }

    @Override
    public TransactionStatus convertToEntityAttribute(Integer code) {
        return TransactionStatus.of(code).orElseThrow();
    }
}
