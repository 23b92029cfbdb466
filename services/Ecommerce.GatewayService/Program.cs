using Ecommerce.GatewayService;
using Ecommerce.GatewayService.Caching;
using Ecommerce.GatewayService.Docs;
using Ecommerce.GatewayService.Edge;
using Ecommerce.GatewayService.Limits;
using Ecommerce.GatewayService.Routing;
using Ecommerce.ServiceDefaults;
using Ecommerce.ServiceDefaults.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddRedis();
builder.AddEdge();
builder.AddLimits();
builder.AddCaching();
builder.AddDocs();
builder.AddRouting();

var app = builder.Build();
app.UseEdge();
app.MapDefaultEndpoints();
app.MapRouting();
await app.RunServiceAsync(args);
