using System.Text;
using Hotline.Functions.Webhooks;
using Hotline.Tests.Outside;
using Hotline.Tests.Webhooks;
using Xunit;

namespace Hotline.Tests.Carriers;

/// <summary>A gateway of a few lines: documents by path. Every request has to pass the real gateway's door.</summary>
internal sealed class Script(params (string Path, string Verbs)[] pages)
{
    public List<Signed> Requests { get; } = [];

    public IReadOnlyList<string> Statuses(string field) => [.. Requests.Select(request => request.Value(field)).OfType<string>()];

    public Task<Heard> Post(Signed request)
    {
        Assert.IsType<Accepted>(request.Read());
        Requests.Add(request);
        var verbs = pages.Where(page => page.Path == request.Target.Split('?')[0]).Select(page => page.Verbs).FirstOrDefault();
        return Task.FromResult(verbs is null ? new Heard(204, []) : new Heard(200, Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>{verbs}</Response>")));
    }
}
