using Ecommerce.SharedKernel.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.UserService.Domain;

/// <summary>A customer's profile and addresses. The id is the account's at auth-service.</summary>
internal sealed class Customer : AggregateRoot<Guid>
{
    public const int MostAddresses = 50;

    private readonly List<CustomerAddress> _addresses = [];
    private readonly List<Consent> _consents = [];

    private Customer()
    {
    }

    private Customer(Guid id)
        : base(id)
    {
    }

    public string Email { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Locale { get; private set; } = "";

    public string Currency { get; private set; } = "USD";

    /// <summary>What was said about marketing; a channel that is not there was never asked about, which is no consent.</summary>
    public IReadOnlyList<Consent> Consents => _consents;

    public DateTimeOffset RegisteredAt { get; private init; }

    /// <summary>The address book; the database gives it in no order.</summary>
    public IReadOnlyList<CustomerAddress> Addresses => _addresses;

    public static Customer Register(Guid id, string email, string name, string locale, DateTimeOffset registeredAt) =>
        new(id) { Email = email, Name = name, Locale = locale, RegisteredAt = registeredAt };

    public void Rename(string name)
    {
        Name = name;
        Touch();
    }

    /// <param name="locale">BCP 47.</param>
    /// <param name="currency">ISO 4217.</param>
    /// <param name="consents">Per channel; one that is left out stays as it is.</param>
    /// <param name="source">Where it was said.</param>
    /// <param name="now">When.</param>
    public void ChangePreferences(string locale, string currency, IReadOnlyDictionary<ConsentChannel, bool> consents, string source, DateTimeOffset now)
    {
        var isChanged = (Locale, Currency) != (locale, currency);
        (Locale, Currency) = (locale, currency);
        foreach (var (channel, granted) in consents.Where(consent => Allows(consent.Key) != consent.Value))
        {
            SetConsent(channel, granted, source, now);
            isChanged = true;
        }

        if (isChanged)
        {
            Raise(new PreferencesChanged(now));
        }

        Touch();
    }

    public bool Allows(ConsentChannel channel) => _consents.Exists(consent => consent.Channel == channel && consent.Granted);

    /// <summary>Adds an address; the first one is the default for both uses.</summary>
    public Result<CustomerAddress> AddAddress(Guid id, PostalAddress address, bool defaultShipping, bool defaultBilling)
    {
        if (_addresses.Find(existing => existing.Id == id) is { } added)
        {
            return added;
        }

        if (_addresses.Count >= MostAddresses)
        {
            return CustomerErrors.TooManyAddresses;
        }

        var first = _addresses.Count == 0;
        var entry = CustomerAddress.Of(id, address);
        _addresses.Add(entry);
        SetDefaults(entry, defaultShipping || first, defaultBilling || first);
        Touch();
        return entry;
    }

    public Result ChangeAddress(Guid id, PostalAddress address, bool defaultShipping, bool defaultBilling)
    {
        if (_addresses.Find(existing => existing.Id == id) is not { } entry)
        {
            return CustomerErrors.AddressNotFound;
        }

        entry.Change(address);
        SetDefaults(entry, defaultShipping || entry.IsDefaultShipping, defaultBilling || entry.IsDefaultBilling);
        Touch();
        return Result.Success;
    }

    public Result RemoveAddress(Guid id)
    {
        if (_addresses.Find(existing => existing.Id == id) is not { } entry)
        {
            return CustomerErrors.AddressNotFound;
        }

        _addresses.Remove(entry);
        if (_addresses.MinBy(address => address.Id) is { } next)
        {
            SetDefaults(next, entry.IsDefaultShipping || next.IsDefaultShipping, entry.IsDefaultBilling || next.IsDefaultBilling);
        }

        Touch();
        return Result.Success;
    }

    private void SetConsent(ConsentChannel channel, bool granted, string source, DateTimeOffset now)
    {
        var consent = _consents.Find(consent => consent.Channel == channel);
        if (consent is null)
        {
            consent = Consent.Of(channel);
            _consents.Add(consent);
        }

        consent.Set(granted, source, now);
    }

    private void SetDefaults(CustomerAddress entry, bool shipping, bool billing)
    {
        foreach (var other in _addresses.Where(other => other != entry))
        {
            other.SetDefaults(other.IsDefaultShipping && !shipping, other.IsDefaultBilling && !billing);
        }

        entry.SetDefaults(shipping, billing);
    }
}
