using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Text;
using StackExchange.Redis.Configuration;

namespace StackExchange.Redis;

/// <summary>How to connect: <c>host:port,password=…,abortConnect=…,ssl=…</c>. Times are milliseconds unless said otherwise.</summary>
public sealed class ConfigurationOptions : ICloneable
{
    private bool? _abortOnConnectFail;
    private bool? _allowAdmin;
    private int? _asyncTimeout;

    /// <summary>The values of options that nobody set.</summary>
    public DefaultOptionsProvider Defaults { get; set; } = new();

    /// <summary>The servers.</summary>
    public EndPointCollection EndPoints { get; init; } = [];

    /// <summary>Whether connecting throws where the server is away; otherwise it goes on trying. Default: true.</summary>
    public bool AbortOnConnectFail { get => _abortOnConnectFail ?? Defaults.AbortOnConnectFail; set => _abortOnConnectFail = value; }

    /// <summary>Whether administrative commands, such as FLUSHDB, are allowed. Default: false.</summary>
    public bool AllowAdmin { get => _allowAdmin ?? Defaults.AllowAdmin; set => _allowAdmin = value; }

    /// <summary>How long a command may take. Default: as <see cref="SyncTimeout" />.</summary>
    public int AsyncTimeout { get => _asyncTimeout ?? SyncTimeout; set => _asyncTimeout = value; }

    /// <summary>How long a blocking call may take. Default: 5000.</summary>
    public int SyncTimeout { get; set; } = 5000;

    /// <summary>How long connecting may take. Default: 5000.</summary>
    public int ConnectTimeout { get; set; } = 5000;

    /// <summary>How often connecting is tried at first. Default: 3.</summary>
    public int ConnectRetry { get; set; } = 3;

    /// <summary>After how many idle seconds a PING keeps the connection. Default: 60.</summary>
    public int KeepAlive { get; set; } = 60;

    /// <summary>The user.</summary>
    public string? User { get; set; }

    /// <summary>The password.</summary>
    public string? Password { get; set; }

    /// <summary>The client's name at the server.</summary>
    public string? ClientName { get; set; }

    /// <summary>The database. Default: 0.</summary>
    public int? DefaultDatabase { get; set; }

    /// <summary>Put before the name of each channel.</summary>
    public RedisChannel ChannelPrefix { get; set; }

    /// <summary>Whether the connection is encrypted. Default: false.</summary>
    public bool Ssl { get; set; }

    /// <summary>The name in the server's certificate. Default: the host.</summary>
    public string? SslHost { get; set; }

    /// <summary>The TLS versions. Default: the system's.</summary>
    public SslProtocols? SslProtocols { get; set; }

    /// <summary>Whether a host name is looked up at once. Accepted; a name is looked up at each connect.</summary>
    public bool ResolveDns { get; set; }

    /// <summary>What happens to commands while there is no connection.</summary>
    public BacklogPolicy BacklogPolicy { get; set; } = BacklogPolicy.Default;

    /// <summary>When connecting is tried again.</summary>
    public IReconnectRetryPolicy ReconnectRetryPolicy { get; set; } = new ExponentialRetry(100, 5000);

    /// <summary>Judges the server's certificate.</summary>
    public event RemoteCertificateValidationCallback? CertificateValidation;

    internal RemoteCertificateValidationCallback? CertificateValidationCallback => CertificateValidation;

    /// <summary>Reads options.</summary>
    /// <exception cref="ArgumentException">An option is unknown or malformed.</exception>
    public static ConfigurationOptions Parse(string configuration) => Parse(configuration, ignoreUnknown: false);

    /// <summary>Reads options.</summary>
    /// <exception cref="ArgumentException">An option is malformed, or unknown and <paramref name="ignoreUnknown" /> is false.</exception>
    public static ConfigurationOptions Parse(string configuration, bool ignoreUnknown)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var options = new ConfigurationOptions();
        foreach (var part in configuration.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                options.EndPoints.Add(part);
            }
            else if (!options.Set(part[..equals].Trim(), part[(equals + 1)..].Trim()) && !ignoreUnknown)
            {
                throw new ArgumentException($"Keyword '{part[..equals].Trim()}' is not supported.", nameof(configuration));
            }
        }

        return options;
    }

    /// <summary>Copies the options.</summary>
    public ConfigurationOptions Clone() => new(this);

    /// <summary>Makes empty options.</summary>
    public ConfigurationOptions()
    {
    }

    private ConfigurationOptions(ConfigurationOptions from)
    {
        Defaults = from.Defaults;
        EndPoints = new EndPointCollection([.. from.EndPoints]);
        _abortOnConnectFail = from._abortOnConnectFail;
        _allowAdmin = from._allowAdmin;
        _asyncTimeout = from._asyncTimeout;
        SyncTimeout = from.SyncTimeout;
        ConnectTimeout = from.ConnectTimeout;
        ConnectRetry = from.ConnectRetry;
        KeepAlive = from.KeepAlive;
        User = from.User;
        Password = from.Password;
        ClientName = from.ClientName;
        DefaultDatabase = from.DefaultDatabase;
        ChannelPrefix = from.ChannelPrefix;
        Ssl = from.Ssl;
        SslHost = from.SslHost;
        SslProtocols = from.SslProtocols;
        ResolveDns = from.ResolveDns;
        BacklogPolicy = from.BacklogPolicy;
        ReconnectRetryPolicy = from.ReconnectRetryPolicy;
        CertificateValidation = from.CertificateValidation;
    }

    object ICloneable.Clone() => Clone();

    /// <summary>Writes the options, the password too.</summary>
    public override string ToString() => ToString(includePassword: true);

    /// <summary>Writes the options.</summary>
    public string ToString(bool includePassword)
    {
        var text = new StringBuilder(string.Join(',', EndPoints.Select(EndPointCollection.Text)));
        void Add(string key, object? value)
        {
            if (value is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $",{key}={value}");
            }
        }

        Add("name", ClientName);
        Add("user", User);
        Add("password", Password is null ? null : includePassword ? Password : "*****");
        Add("defaultDatabase", DefaultDatabase);
        Add("ssl", Ssl ? true : null);
        Add("sslHost", SslHost);
        Add("abortConnect", _abortOnConnectFail);
        Add("allowAdmin", _allowAdmin);
        Add("connectTimeout", ConnectTimeout == 5000 ? null : ConnectTimeout);
        Add("syncTimeout", SyncTimeout == 5000 ? null : SyncTimeout);
        Add("asyncTimeout", _asyncTimeout);
        return text.ToString();
    }

    internal EndPoint WithPort(EndPoint endPoint)
    {
        var port = Ssl ? 6380 : 6379;
        return endPoint switch
        {
            DnsEndPoint { Port: 0 } dns => new DnsEndPoint(dns.Host, port),
            IPEndPoint { Port: 0 } ip => new IPEndPoint(ip.Address, port),
            _ => endPoint,
        };
    }

    private bool Set(string key, string value)
    {
        switch (key.ToUpperInvariant())
        {
            case "ABORTCONNECT":
                AbortOnConnectFail = Flag(key, value);
                break;
            case "ALLOWADMIN":
                AllowAdmin = Flag(key, value);
                break;
            case "ASYNCTIMEOUT":
                AsyncTimeout = Number(key, value, 1);
                break;
            case "SYNCTIMEOUT" or "RESPONSETIMEOUT":
                SyncTimeout = Number(key, value, 1);
                break;
            case "CONNECTTIMEOUT":
                ConnectTimeout = Number(key, value, 1);
                break;
            case "CONNECTRETRY":
                ConnectRetry = Number(key, value, 0);
                break;
            case "KEEPALIVE":
                KeepAlive = Number(key, value, int.MinValue);
                break;
            case "USER":
                User = value;
                break;
            case "PASSWORD":
                Password = value;
                break;
            case "NAME":
                ClientName = value;
                break;
            case "DEFAULTDATABASE":
                DefaultDatabase = Number(key, value, 0);
                break;
            case "CHANNELPREFIX":
                ChannelPrefix = RedisChannel.Literal(value);
                break;
            case "SSL":
                Ssl = Flag(key, value);
                break;
            case "SSLHOST":
                SslHost = value;
                break;
            case "SSLPROTOCOLS":
                SslProtocols = Enum.Parse<SslProtocols>(value.Replace('|', ','), ignoreCase: true);
                break;
            case "RESOLVEDNS":
                ResolveDns = Flag(key, value);
                break;
            default:
                return false;
        }

        return true;
    }

    private static bool Flag(string key, string value) => value.ToUpperInvariant() switch
    {
        "TRUE" or "1" or "YES" => true,
        "FALSE" or "0" or "NO" => false,
        _ => throw new ArgumentOutOfRangeException(key, $"Keyword '{key}' requires a boolean value; the value '{value}' is not recognised."),
    };

    private static int Number(string key, string value, int least)
        => int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw new ArgumentOutOfRangeException(key, $"Keyword '{key}' requires an integer value of at least {least}; the value '{value}' is not recognised.");
}
