using Ecommerce.ReturnService.Api;
using Ecommerce.ReturnService.Application;
using Ecommerce.ReturnService.Infrastructure;
using Ecommerce.ServiceDefaults;
using Ecommerce.ServiceDefaults.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddApplication();
builder.AddInfrastructure();
builder.AddApi();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapApi();
await app.RunServiceAsync(args);
