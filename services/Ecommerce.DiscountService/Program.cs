using Ecommerce.DiscountService.Api;
using Ecommerce.DiscountService.Application;
using Ecommerce.DiscountService.Infrastructure;
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
