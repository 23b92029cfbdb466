using Ecommerce.MessagingBench;
using Ecommerce.MessagingBench.Service;

// The program's own executable is also the services that it measures.
return args is [BenchService.Verb, .. var settings] ? await BenchService.RunAsync(settings) : await Comparison.RunAsync(Options.Parse(args));
