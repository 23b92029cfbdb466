using Ecommerce.InventoryBench;

return await Comparison.RunAsync(Options.Parse(args));
