using Ecommerce.NotificationService.Api;
using Ecommerce.NotificationService.Application;
using Ecommerce.NotificationService.Infrastructure;
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
