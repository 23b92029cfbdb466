namespace Ecommerce.ProductService.Infrastructure.Images;

/// <summary>The tables of images beyond what the catalogue reads. Made by a migration; a change is a new migration.</summary>
internal static class ImageTables
{
    public const string Create = """
        ALTER TABLE product_images ADD COLUMN sku varchar(64);

        -- Every object that may be in the storage: noted before it is stored, forgotten after it is removed.
        CREATE TABLE image_objects (
          name varchar(80) PRIMARY KEY,
          noted_at timestamptz NOT NULL);
        CREATE INDEX ix_image_objects_noted_at ON image_objects (noted_at);

        CREATE TABLE product_image_objects (
          image_id uuid NOT NULL REFERENCES product_images (id) ON DELETE CASCADE,
          name varchar(80) NOT NULL REFERENCES image_objects (name),
          PRIMARY KEY (image_id, name));
        CREATE INDEX ix_product_image_objects_name ON product_image_objects (name);
        """;

    public const string Drop = """
        DROP TABLE product_image_objects; DROP TABLE image_objects; ALTER TABLE product_images DROP COLUMN sku;
        """;
}
