using BenchmarkDotNet.Running;
using Ecommerce.ShoppingBench;

if (args is ["calculate", ..])
{
    BenchmarkRunner.Run<CalculateBenchmark>();
    return 0;
}

return await Shop.RunAsync(Options.Parse(args));
