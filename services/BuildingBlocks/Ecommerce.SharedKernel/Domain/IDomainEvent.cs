using System.Diagnostics.CodeAnalysis;

namespace Ecommerce.SharedKernel.Domain;

/// <summary>Something that happened to an aggregate, named in the past tense.</summary>
[SuppressMessage("Design", "CA1040:Avoid empty interfaces", Justification = "It marks what may be raised.")]
public interface IDomainEvent;
