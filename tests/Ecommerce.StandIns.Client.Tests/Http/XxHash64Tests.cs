using System.IO.Hashing;
using System.Text;

namespace Ecommerce.StandIns.Client.Tests.Http;

public sealed class XxHash64Tests
{
    [Theory]
    [InlineData("", 0xEF46DB3751D8E999UL)]
    [InlineData("a", 0xD24EC4F1A98C6E5BUL)]
    [InlineData("abc", 0x44BC2CF5AD770999UL)]
    [InlineData("Nobody inspects the spammish repetition", 0xFBCEA83C8A378BF1UL)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x0B242D361FDA71BCUL)]
    public void The_hashes_are_those_that_are_published(string text, ulong expected)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        XxHash64.HashToUInt64(bytes).ShouldBe(expected);

        var inParts = new XxHash64();
        foreach (var b in bytes)
        {
            inParts.Append([b]);
        }

        Convert.ToHexString(inParts.GetCurrentHash()).ShouldBe(expected.ToString("X16", null));
    }
}
