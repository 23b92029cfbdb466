using Ecommerce.SharedKernel.Text;

namespace Ecommerce.SharedKernel.Tests;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("ada@example.com")]
    [InlineData("ADA.Lovelace+shop@mail.example.co.uk")]
    [InlineData("o'neill_x@xn--bcher-kva.example")]
    [InlineData("1@2.io")]
    public void Valid_addresses_are_accepted(string address) => EmailAddresses.IsValid(address).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("ada@example")]
    [InlineData("@example.com")]
    [InlineData("ada@example.com ")]
    [InlineData(" ada@example.com")]
    [InlineData("ada@example.com\n")]
    [InlineData("a b@c.com")]
    [InlineData("a@b@c.com")]
    [InlineData("<ada@example.com>")]
    [InlineData("Ada <ada@example.com>")]
    [InlineData("ada@example..com")]
    [InlineData("ada..l@example.com")]
    [InlineData(".ada@example.com")]
    [InlineData("ada@-example.com")]
    [InlineData("ada@example.com,eve@example.com")]
    [InlineData("ada\u200B@example.com")]
    [InlineData("ada@127.0.0.1")]
    public void Invalid_addresses_are_refused(string address) => EmailAddresses.IsValid(address).ShouldBeFalse();

    [Fact]
    public void The_maximum_lengths_are_those_of_RFC_5321()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 61), 3)) + ".com";
        EmailAddresses.IsValid(new string('a', 64) + "@" + domain).ShouldBeTrue();
        EmailAddresses.IsValid(new string('a', 65) + "@" + domain).ShouldBeFalse();
        EmailAddresses.IsValid(new string('a', 63) + "@" + domain + "." + domain).ShouldBeFalse();
    }
}
