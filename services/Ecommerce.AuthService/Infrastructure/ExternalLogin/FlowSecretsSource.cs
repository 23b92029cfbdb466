using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Ecommerce.AuthService.Application.ExternalLogin;
using Ecommerce.AuthService.Infrastructure.Tokens;

namespace Ecommerce.AuthService.Infrastructure.ExternalLogin;

internal sealed class FlowSecretsSource(DerivedSecrets secrets) : IFlowSecrets
{
    private const int IdLength = 16;
    private const int SecretLength = 32;

    private readonly Func<ReadOnlyMemory<byte>, byte[]> _flow = secrets.For("external login: flow");
    private readonly Func<ReadOnlyMemory<byte>, byte[]> _state = secrets.For("external login: state");
    private readonly Func<ReadOnlyMemory<byte>, byte[]> _nonce = secrets.For("external login: nonce");
    private readonly Func<ReadOnlyMemory<byte>, byte[]> _verifier = secrets.For("external login: verifier");

    public FlowSecrets Of(Guid flowId)
    {
        var id = flowId.ToByteArray(bigEndian: true);
        return new FlowSecrets(Write(id, _flow), Write(id, _state), Base64Url.EncodeToString(_nonce(id)), Base64Url.EncodeToString(_verifier(id)));
    }

    public Guid? Read(string flow, string state)
    {
        if (!Base64Url.IsValid(flow) || Base64Url.DecodeFromChars(flow) is not { Length: IdLength + SecretLength } bytes)
        {
            return null;
        }

        var expected = Of(new Guid(bytes.AsSpan(0, IdLength), bigEndian: true));
        return AreEqual(flow, expected.Flow) & AreEqual(state, expected.State) ? new Guid(bytes.AsSpan(0, IdLength), bigEndian: true) : null;
    }

    private static string Write(byte[] id, Func<ReadOnlyMemory<byte>, byte[]> derive) => Base64Url.EncodeToString([.. id, .. derive(id)]);

    private static bool AreEqual(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
