using Ecommerce.Contracts.Shipping;
using Ecommerce.Messaging;
using Ecommerce.ProductService.Application.Reviews;
using Ecommerce.ProductService.Infrastructure.Persistence;
using Ecommerce.ServiceDefaults.PersonalData;

namespace Ecommerce.ProductService.Infrastructure.Reviews;

internal static class ReviewServices
{
    public static void AddReviews(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<IReviews, ReviewDesk>();
        builder.Services.AddScoped<IReviewReader, ReviewReader>();
        builder.AddPersonalData<ReviewPersonalData>();
    }

    public static MessagingBuilder HandleReviews(this MessagingBuilder messaging) => messaging
        .Handle<ShipmentDelivered, ShipmentDeliveredHandler>()
        .HandleErasure<ProductDbContext>();
}
