namespace Ecommerce.NotificationService.Application;

/// <summary>Settings, section <c>Notifications</c>.</summary>
internal sealed class NotificationOptions
{
    public const string Section = "Notifications";

    /// <summary>The shop's page with the customer's cart.</summary>
    public string CartUrl { get; set; } = "http://localhost:3000/cart";

    /// <summary>The page where staff see the stock of an article; <c>{sku}</c> stands for it.</summary>
    public string StockUrl { get; set; } = "http://localhost:3000/admin/stock?sku={sku}";

    /// <summary>Who of the staff hears of low stock; nobody where none is given.</summary>
    public string[] StaffRecipients { get; set; } = [];

    /// <summary>BCP 47.</summary>
    public string StaffLocale { get; set; } = "en";

    /// <summary>An article that gets low again within this time is no news: reservations come and go around the level.</summary>
    public TimeSpan StockQuietTime { get; set; } = TimeSpan.FromHours(1);
}
