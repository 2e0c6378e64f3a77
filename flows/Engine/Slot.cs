namespace Hotline.Flows.Engine;

/// <summary>Slots that the engine itself reads or writes; all others are named by the flows.</summary>
public static class Slot
{
    public const string Language = "@language";
    public const string Country = "country";
    public const string Province = "province";
    public const string District = "district";
    public const string Who = "who";
    public const string Callback = "callback";
    public const string Kind = "kind";
    public const string Risk = "risk";
    public const string Alert = "alert";
    public const string Warned = "warned";
    public const string Receipt = "receipt";

    /// <summary>A question in the middle of a report: the id of its answer, given when the report is done.</summary>
    public const string Asked = "asked";

    // Of the conversation about work abroad.
    public const string Question = "abroad-question";
    public const string Found = "abroad-found";
    public const string Sure = "abroad-sure";
    public const string Trouble = "abroad-trouble";
    public const string Answer = "abroad-answer";
    public const string Group = "abroad-group";
    public const string Topic = "abroad-topic";
    public const string Destination = "abroad-country";
    public const string Page = "abroad-page";

    /// <summary>The question is with the editor already.</summary>
    public const string Kept = "abroad-kept";

    // Of a report reopened.

    /// <summary>The digits of a code so far; the whole receipt while its report is open.</summary>
    public const string Code = "return-code";

    /// <summary>One mark for each code in a row whose check digit did not fit.</summary>
    public const string WrongCodes = "return-wrong";

    /// <summary>The report of the code was found.</summary>
    public const string Opened = "return-open";

    /// <summary>Danger words were answered while it was open.</summary>
    public const string WarnedAgain = "return-warned";

    /// <summary>Whether its owner may be contacted, as it stands.</summary>
    public const string CallbackNow = "return-callback";

    // Of somebody who asks for tips.
    public const string TipsInterest = "tips-interest";
    public const string TipsProvince = "tips-province";
}
