package org.solitude.probe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Creates up to 100,000 transactions of one product with one statement. */
@RequestScoped
@Path("/probe/fill/")
@Consumes("application/json")
@Produces("text/plain")
public class BulkDataProbe {

    private static final String DIGITS = "(values (0),(1),(2),(3),(4),(5),(6),(7),(8),(9))";

    private static final String FILL = """
            insert into payment_transaction (id, uuid, product_id, seller_id, provider, type, amount, currency, status,
                uid_pay, created, modified, counter)
            select nextval('payment_transaction_seq'), concat(name, '-', n), id, seller_id,
                name, 0, 5, 'EUR', mod(n, 6), concat(name, '-', n),
                clock_timestamp(), clock_timestamp(), 0
            from (select cast(:name as varchar(255)) as name, p.id as id, p.seller_id as seller_id,
                    cast(:first as integer) + a.d + 10 * b.d + 100 * c.d + 1000 * d.d + 10000 * e.d as n
                from product p, DIGITS as a(d), DIGITS as b(d), DIGITS as c(d), DIGITS as d(d), DIGITS as e(d)
                where p.id = :product) as generated
            where n < cast(:first as integer) + :rows
            """.replace("DIGITS", DIGITS);

    @PersistenceContext(unitName = "solitude")
    EntityManager entities;

    @POST
    public String fill(JsonObject request) {
        int created = entities.createNativeQuery(FILL)
                .setParameter("rows", request.getInt("rows"))
                .setParameter("first", request.getInt("first"))
                .setParameter("name", request.getString("name"))
                .setParameter("product", request.getInt("product"))
                .executeUpdate();
        return Integer.toString(created);
    }
}
