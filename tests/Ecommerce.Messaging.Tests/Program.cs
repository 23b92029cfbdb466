using Ecommerce.Messaging.Tests;
using Xunit.Runner.InProc.SystemConsole;

// The tests' own executable is also the service that they kill.
return args is [ServiceProcess.Verb] ? await ServiceProcess.RunAsync() : await ConsoleRunner.Run(args);
