using Ecommerce.LoadDriver;

return args switch
{
    ["checkout", .. var options] => await CheckoutLoad.RunAsync(Options.Parse(options)),
    ["healthy", .. var options] => await HealthWait.RunAsync(Options.Parse(options)),
    ["logins", .. var options] => await LoginLoad.RunAsync(Options.Parse(options)),
    ["memory", ..] => ProcessMemory.Print(),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("""
        Measures a running system (./run.sh in another window).
          healthy  [--gateway http://localhost:3000]                       waits until all eleven services answer /health, and says how long it took
          checkout [--gateway …] [--buyers 1,8,32] [--seconds 20]          whole checkouts per second: cart, two lines, totals, paid and confirmed order
          logins   [--auth http://localhost:3001] --password … [--emails a,b] [--parallel 1,2,4,16] [--seconds 10] [--pairs 150]
                                                                           logins per second, and what the time of a refusal tells (it locks the accounts)
          memory                                                           resident memory of each process of the system
        """);
    return 2;
}
