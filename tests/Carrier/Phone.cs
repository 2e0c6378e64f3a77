namespace Hotline.Tests.Carriers;

/// <summary>What is at the other end of a number.</summary>
internal sealed class Phone
{
    /// <summary>Takes no texts.</summary>
    public bool Landline { get; set; }

    /// <summary>Off or out of reach: texts wait for it while they are valid, calls ring in vain.</summary>
    public bool Off { get; set; }

    /// <summary>Nobody has this number: texts fail with 30005, calls fail.</summary>
    public bool Nobody { get; set; }

    /// <summary>What it does with a call of ours. Rings in vain unless a test says otherwise.</summary>
    public Func<KeptCall, Answering> Rung { get; set; } = _ => new Answering.NotAnswered();
}
