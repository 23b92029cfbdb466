using System.Diagnostics;
using System.Text;
using Ecommerce.ProductService.Application.Import;
using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Infrastructure.Import;
using Ecommerce.Testing.Probing;
using Ecommerce.Testing.Servers;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ecommerce.ProductService.Tests;

/// <summary>The service as a process of its own, so that it can be killed.</summary>
public sealed class ImportResumeTests
{
    private const int Lines = 12_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task An_import_whose_service_is_killed_in_the_middle_goes_on_where_it_was_and_takes_every_line_once()
    {
        await using var database = await TestDatabase.CreateAsync("productdb");
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        var folder = Directory.CreateTempSubdirectory("import-resume");
        var prefix = $"t{Guid.NewGuid():N}.";
        try
        {
            await Run(database.ConnectionString, folder.FullName, prefix, "migrate").WaitForExitAsync();
            var file = new StringBuilder("handle,name,status,sku,options,price_USD\n");
            for (var line = 0; line < Lines; line++)
            {
                file.Append(line % 100 == 99 ? $"Bad Handle {line},X,active,K-{line},,1\n" : $"kill-{line / 3},Thing {line / 3},active,K-{line},Part={line % 3},{1000 + line}\n");
            }

            using var signal = new ImportSignal();
            var store = new ImportStore(source, signal, Options.Create(new ImportSettings()), TimeProvider.System);
            var job = (await store.ReceiveAsync(Guid.CreateVersion7(), ImportFormat.Csv, "test", new MemoryStream(Encoding.UTF8.GetBytes(file.ToString())), CancellationToken.None))!;

            var kills = 0;
            var done = 0L;
            while (kills < 3)
            {
                using var service = Run(database.ConnectionString, folder.FullName, prefix);
                var atKill = await Eventually.GetAsync(
                    async () => (await store.FindAsync(job.Id, CancellationToken.None))!, now => now.Lines > done + 500 || now.Status == ImportStatus.Done, "the import advances", Patience);
                service.Kill();
                await service.WaitForExitAsync();
                done = (await store.FindAsync(job.Id, CancellationToken.None))!.Lines;
                kills++;
                if (kills == 1)
                {
                    atKill.Status.ShouldBe(ImportStatus.Running, "the kill was in the middle");
                }
            }

            using (var service = Run(database.ConnectionString, folder.FullName, prefix))
            {
                var ended = await Eventually.GetAsync(async () => (await store.FindAsync(job.Id, CancellationToken.None))!, now => now.Status == ImportStatus.Done, "the import ends", Patience);
                service.Kill();
                await service.WaitForExitAsync();
                (ended.Accepted, ended.Refused, ended.Lines).ShouldBe((Lines - (Lines / 100), Lines / 100, Lines + 1));
            }

            (await ScalarAsync(source, "SELECT count(*) FROM variants")).ShouldBe(Lines - (Lines / 100));
            (await ScalarAsync(source, "SELECT count(*) FROM variant_prices p JOIN variants v USING (sku) WHERE p.amount = 1000 + substr(v.sku, 3)::int")).ShouldBe(Lines - (Lines / 100));
            (await ScalarAsync(source, "SELECT count(*) FROM products WHERE version = 1")).ShouldBe(Lines / 3, "no batch was stored twice");
            (await ScalarAsync(source, "SELECT count(*) FROM import_refusals")).ShouldBe(Lines / 100);
            (await ScalarAsync(source, "SELECT count(*) FROM import_chunks")).ShouldBe(0, "the file has done its work");
        }
        finally
        {
            folder.Delete(recursive: true);
            await TestBroker.DeleteAsync(prefix, "product-service");
        }
    }

    private static Process Run(string connectionString, string folder, string prefix, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Product).Assembly.Location, .. arguments]) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Testing";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["ConnectionStrings__productdb"] = connectionString;
        start.Environment["ConnectionStrings__messaging"] = TestServers.Current.Messaging;
        start.Environment["Messaging__Prefix"] = prefix;
        start.Environment["ServiceAuthentication__ClientSecret"] = "test";
        start.Environment["Search__Path"] = Path.Combine(folder, "index");
        start.Environment["Import__BatchLines"] = "300";
        start.Environment["Import__Lease"] = "00:00:01";
        start.Environment["Import__Interval"] = "00:00:00.200";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task<long> ScalarAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
