namespace Ecommerce.ProductService.Infrastructure.Persistence;

/// <summary>
/// What catalogue, stock, images and reviews agree on in the database. Made by a migration; a change is a new migration.
/// </summary>
/// <remarks>
/// <c>touch_products</c> marks products whose shown form changed. It is called last in the transaction that changes them: it locks their
/// rows of <c>product_changes</c> in the order of their ids, so two transactions that touch the same products wait and never deadlock.
/// A follower reads the rows of transactions from its last <c>pg_snapshot_xmin</c> on: a commit that comes late is never passed over.
/// </remarks>
internal static class CatalogueContractSql
{
    public const string Create = """
        CREATE SEQUENCE product_revisions;

        CREATE TABLE product_changes (
          product_id uuid PRIMARY KEY,
          revision bigint NOT NULL,
          transaction xid8 NOT NULL);
        CREATE INDEX ix_product_changes_transaction ON product_changes (transaction, revision);

        CREATE TABLE product_images (
          id uuid PRIMARY KEY,
          product_id uuid NOT NULL REFERENCES products (id) ON DELETE CASCADE,
          position int NOT NULL,
          alt text,
          url text NOT NULL,
          width int NOT NULL,
          height int NOT NULL,
          renditions jsonb NOT NULL DEFAULT '[]');
        CREATE INDEX ix_product_images_product ON product_images (product_id, position);

        CREATE TABLE product_ratings (
          product_id uuid PRIMARY KEY REFERENCES products (id) ON DELETE CASCADE,
          count int NOT NULL CHECK (count >= 0),
          average numeric(3,2) NOT NULL CHECK (average BETWEEN 0 AND 5));

        CREATE VIEW sku_availability AS SELECT sku, on_hand - reserved AS available FROM stock_levels;

        CREATE FUNCTION touch_products(p_ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
          -- The revision is taken once the row is held, so that revisions of one product rise in the order of the commits.
          INSERT INTO product_changes AS c (product_id, revision, transaction)
            SELECT t.id, nextval('product_revisions'), pg_current_xact_id() FROM (SELECT DISTINCT unnest(p_ids) AS id ORDER BY id) t
          ON CONFLICT (product_id) DO UPDATE SET revision = nextval('product_revisions'), transaction = EXCLUDED.transaction;
          PERFORM pg_notify('product_changes', '');
        END $$;
        """;

    public const string Drop = """
        DROP FUNCTION touch_products; DROP VIEW sku_availability; DROP TABLE product_ratings; DROP TABLE product_images; DROP TABLE product_changes;
        DROP SEQUENCE product_revisions;
        """;
}
