namespace Ecommerce.ProductService.Infrastructure.Import;

/// <summary>Imports with the files that they read. Made by a migration; a change is a new migration.</summary>
internal static class ImportSql
{
    public const string Create = """
        CREATE TABLE import_jobs (
          id uuid CONSTRAINT pk_import_jobs PRIMARY KEY,
          format varchar(10) NOT NULL,
          status varchar(10) NOT NULL CONSTRAINT ck_import_jobs_status CHECK (status IN ('Uploading', 'Waiting', 'Running', 'Done', 'Failed')),
          created_at timestamptz NOT NULL,
          created_by varchar(100) NOT NULL,
          finished_at timestamptz,
          bytes bigint NOT NULL DEFAULT 0,
          position bigint NOT NULL DEFAULT 0,
          lines bigint NOT NULL DEFAULT 0,
          accepted bigint NOT NULL DEFAULT 0,
          refused bigint NOT NULL DEFAULT 0,
          header text,
          error varchar(300),
          worker uuid,
          locked_until timestamptz);
        CREATE INDEX ix_import_jobs_open ON import_jobs (created_at) WHERE status IN ('Uploading', 'Waiting', 'Running');

        CREATE TABLE import_chunks (
          job_id uuid NOT NULL REFERENCES import_jobs (id) ON DELETE CASCADE,
          number int NOT NULL,
          content bytea NOT NULL,
          CONSTRAINT pk_import_chunks PRIMARY KEY (job_id, number));
        ALTER TABLE import_chunks ALTER content SET STORAGE EXTERNAL;

        CREATE TABLE import_refusals (
          job_id uuid NOT NULL REFERENCES import_jobs (id) ON DELETE CASCADE,
          line bigint NOT NULL,
          field varchar(100) NOT NULL,
          code varchar(60) NOT NULL,
          message varchar(300) NOT NULL,
          CONSTRAINT pk_import_refusals PRIMARY KEY (job_id, line));
        """;

    public const string Drop = "DROP TABLE import_refusals; DROP TABLE import_chunks; DROP TABLE import_jobs;";
}
