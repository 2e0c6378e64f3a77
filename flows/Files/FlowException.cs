using Hotline.Flows.Checking;

namespace Hotline.Flows.Files;

/// <summary>A flow file that cannot be read at all.</summary>
public sealed class FlowException(Finding finding) : Exception(finding.ToString())
{
    public Finding Finding => finding;
}
