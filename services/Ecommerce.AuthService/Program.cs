using Ecommerce.AuthService.Api;
using Ecommerce.AuthService.Application;
using Ecommerce.AuthService.Infrastructure;
using Ecommerce.ServiceDefaults;
using Ecommerce.ServiceDefaults.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddApplication();
builder.AddInfrastructure();
builder.AddApi();

var app = builder.Build();
app.UseForwardedHeaders();
app.MapDefaultEndpoints();
app.MapApi();
await app.RunServiceAsync(args);
