namespace Ecommerce.ReturnService.Domain;

/// <summary>What becomes of a returned unit.</summary>
internal enum InspectionOutcome
{
    /// <summary>Paid back, and sold again.</summary>
    Restock,

    /// <summary>Paid back, and thrown away.</summary>
    Scrap,

    /// <summary>Not paid back.</summary>
    Reject,
}
