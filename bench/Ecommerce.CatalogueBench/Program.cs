using Ecommerce.CatalogueBench;

if (args is ["generate", ..])
{
    var options = Options.Parse(args);
    await using var output = new StreamWriter(Console.OpenStandardOutput(), bufferSize: 1 << 16);
    await CatalogueFile.WriteAsync(output, options.Variants[0], options.Seed, options.Format == "csv", options.Currencies);
    return 0;
}

return await Measurement.RunAsync(Options.Parse(args));
