using System.Security.Claims;
using CsvHelper;
using Ecommerce.ProductService.Application.Import;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Json;
using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.ProductService.Api.Import;

internal static class ImportEndpoints
{
    private static readonly Error NotFound = Error.NotFound("import.not_found", "There is no such import.");
    private static readonly Error TooLarge = new("request.too_large", "The file is too large.", ErrorKind.TooLarge);
    private static readonly Error UnknownFormat = new("request.unsupported_media_type", "The body is text/csv or application/x-ndjson.", ErrorKind.UnsupportedMediaType);

    public static void MapImportEndpoints(this IEndpointRouteBuilder app)
    {
        var imports = app.MapGroup("/api/v1/catalogue/imports").WithTags("Import and export").RequireAuthorization(Policies.Merchandiser);
        // Not with Accepts: routing would then refuse another type of body before it is known who calls.
        imports.MapPost("/", ReceiveAsync).WithName("ImportCatalogue")
            .WithSummary("Takes a file of articles (text/csv or application/x-ndjson) and works on it; the same file again gives the same catalogue.");
        imports.MapGet("/", ListAsync).WithName("ListImports").WithSummary("Imports, newest first.");
        imports.MapGet("/{id:guid}", GetAsync).WithName("GetImport").WithSummary("Where an import stands.");
        imports.MapGet("/{id:guid}/refusals", RefusalsAsync).WithName("GetImportReport").Produces(StatusCodes.Status200OK, contentType: "text/csv")
            .WithSummary("The lines that were not taken, each with its reason, as CSV.");
        app.MapGet("/api/v1/catalogue/export", ExportAsync).WithName("ExportCatalogue").WithTags("Import and export").RequireAuthorization(Policies.Merchandiser)
            .Produces(StatusCodes.Status200OK, contentType: "text/csv").WithSummary("All articles, as an import takes them: format=csv or jsonl.");
    }

    private static async Task<Results<Accepted<ImportJob>, ProblemHttpResult>> ReceiveAsync(
        HttpContext http, IImportStore store, ClaimsPrincipal caller, TimeProvider clock, CancellationToken cancellationToken)
    {
        ImportFormat? format = http.Request.ContentType?.Split(';')[0].Trim() switch
        {
            "text/csv" => ImportFormat.Csv,
            "application/x-ndjson" or "application/jsonl" => ImportFormat.Jsonl,
            _ => null,
        };
        if (format is not { } known)
        {
            return UnknownFormat.ToProblem();
        }

        // The file is streamed into the database and has a limit of its own.
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = null;
        var job = await store.ReceiveAsync(Guid.CreateVersion7(clock.GetUtcNow()), known, caller.Actor(), http.Request.Body, cancellationToken);
        return job is null ? TooLarge.ToProblem() : TypedResults.Accepted($"/api/v1/catalogue/imports/{job.Id}", job);
    }

    private static async Task<Results<Ok<Page<ImportJob>>, ProblemHttpResult>> ListAsync([AsParameters] PageRequest page, IImportStore store, CancellationToken cancellationToken)
    {
        if (page.Check() is { IsSuccess: false, Error: { } outOfRange })
        {
            return outOfRange.ToProblem();
        }

        var cursor = KeysetCursor.Read<ImportCursor>(page.Cursor);
        return cursor.Error is { } foreign
            ? foreign.ToProblem()
            : TypedResults.Ok(KeysetCursor.ToPage(await store.ListAsync(cursor.Value?.Id, page.Size + 1, cancellationToken), page.Size, job => new ImportCursor(job.Id)));
    }

    private static async Task<Results<Ok<ImportJob>, ProblemHttpResult>> GetAsync(Guid id, IImportStore store, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { } job ? TypedResults.Ok(job) : NotFound.ToProblem();

    private static async Task<IResult> RefusalsAsync(Guid id, IImportStore store, CancellationToken cancellationToken) => await store.FindAsync(id, cancellationToken) is null
        ? NotFound.ToProblem()
        : TypedResults.Stream(
            async output =>
            {
                await using var csv = CsvWriter.Create(output, leaveOpen: true);
                csv.WriteHeader("line", "field", "code", "message");
                await foreach (var refusal in store.RefusalsAsync(id, cancellationToken))
                {
                    csv.WriteField(refusal.Line);
                    csv.WriteField(refusal.Field);
                    csv.WriteField(refusal.Code);
                    csv.WriteField(refusal.Message);
                    await csv.EndRecordAsync(cancellationToken);
                }
            },
            "text/csv; charset=utf-8", $"import-{id}-refusals.csv");

    private static PushStreamHttpResult ExportAsync(ICatalogueExport export, CancellationToken cancellationToken, WireEnum<ImportFormat>? format = null)
    {
        var kind = format?.Value ?? ImportFormat.Csv;
        return TypedResults.Stream(
            output => export.WriteAsync(kind, output, cancellationToken),
            kind == ImportFormat.Csv ? "text/csv; charset=utf-8" : "application/x-ndjson", kind == ImportFormat.Csv ? "catalogue.csv" : "catalogue.jsonl");
    }
}
