namespace Ecommerce.PaymentService.Domain;

/// <summary>How far an operation is.</summary>
internal enum OperationState
{
    Requested,
    Done,

    /// <summary>Refused for good.</summary>
    Refused,
}
