package org.solitude.paymenttransaction;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A status as the number that clients know, so that queries by hand read like the API. */
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
