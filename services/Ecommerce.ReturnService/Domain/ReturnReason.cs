namespace Ecommerce.ReturnService.Domain;

/// <summary>Why something is sent back.</summary>
internal enum ReturnReason
{
    ChangedMind,
    Damaged,
    Defective,
    DoesNotFit,
    NotAsDescribed,
    WrongItem,
    Other,
}
