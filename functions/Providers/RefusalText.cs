namespace Hotline.Functions.Providers;

/// <summary>What staff are told. For operators, in English; what callers hear is in the catalogues.</summary>
internal static class RefusalText
{
    public static string Of(RefusalKind kind) => kind switch
    {
        RefusalKind.TheirNumber => "This number cannot be reached: it does not exist or is out of service. Check it with the person, or use another way to reach them.",
        RefusalKind.TakesNoTexts => "This phone takes no texts: call it instead.",
        RefusalKind.NotAllowedThere => "Our account may not send to this country or network: allow it in the provider's permissions, or use another way.",
        RefusalKind.Filtered => "The phone company stopped it: do not send the same again; call, and ask the provider why.",
        RefusalKind.TooLate => "It did not reach the phone in time and will not come any more: try at another hour.",
        RefusalKind.OurNumber => "The provider does not let us send from our number: check the number and what it may do in the provider's console.",
        RefusalKind.OurAccount => "The provider does not accept our account: check Provider__AccountSid, Provider__AuthToken, Provider__ApiUrl and the balance. Nothing goes out until then.",
        RefusalKind.OurRequest => "The provider did not accept how we asked: this is a fault of the program; pass the code on to whoever looks after it.",
        RefusalKind.NotThere => "The provider has no such message, call or recording: it was deleted already, or belongs to another account; if this is said of everything, check Provider__ApiUrl.",
        RefusalKind.CallIsOver => "The call is over already.",
        RefusalKind.MediaHost => "The recording lies on a host that we do not fetch from: if it is the provider's storage, add it to Provider__MediaHosts.",
        RefusalKind.NoRecording => "What the provider keeps there is no recording that we can take: listen to it in the provider's console.",
        RefusalKind.NotOffered => "This provider cannot delete recordings: ask it to do so, or agree with it how long they are kept.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
