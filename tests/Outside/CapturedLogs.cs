using System.Text;
using Microsoft.Extensions.Logging;

namespace Hotline.Tests.Outside;

/// <summary>Everything that anybody logs, with the values behind the words and whole exceptions.</summary>
internal sealed class CapturedLogs : ILoggerProvider, ISupportExternalScope
{
    private readonly StringBuilder lines = new();
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public string Text
    {
        get
        {
            lock (lines)
                return lines.ToString();
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Logger(CapturedLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => logs.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = new StringBuilder($"{logLevel} {category} {formatter(state, exception)} {exception}");
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
                foreach (var (name, value) in values)
                    line.Append(' ').Append(name).Append('=').Append(value);
            logs.scopes.ForEachScope((scope, to) => to.Append(' ').Append(scope), line);
            lock (logs.lines)
                logs.lines.Append(line).Append('\n');
        }
    }
}
