using Ecommerce.GatewayBench;

return args switch
{
    ["upstream", var url] => await Servers.RunUpstreamAsync(url),
    ["yarp", var url, var upstream] => await Servers.RunBareYarpAsync(url, upstream),
    _ => await Comparison.RunAsync(Options.Parse(args)),
};
