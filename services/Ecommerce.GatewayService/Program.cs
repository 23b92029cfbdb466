using Ecommerce.GatewayService.Routing;
using Ecommerce.ServiceDefaults;
using Ecommerce.ServiceDefaults.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddRouting();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapRouting();
await app.RunServiceAsync(args);
