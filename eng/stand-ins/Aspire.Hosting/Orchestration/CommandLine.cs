using System.Text;

namespace Aspire.Hosting.Orchestration;

/// <summary>Splits a command line as a shell does: spaces between arguments, quotes around those with spaces.</summary>
internal static class CommandLine
{
    internal static IReadOnlyList<string> Split(string line)
    {
        var args = new List<string>();
        var current = new StringBuilder();
        var (quoted, started) = (false, false);
        foreach (var c in line)
        {
            if (c == '"')
            {
                (quoted, started) = (!quoted, true);
            }
            else if (char.IsWhiteSpace(c) && !quoted)
            {
                if (started)
                {
                    args.Add(current.ToString());
                }

                current.Clear();
                started = false;
            }
            else
            {
                current.Append(c);
                started = true;
            }
        }

        if (started)
        {
            args.Add(current.ToString());
        }

        return args;
    }
}
