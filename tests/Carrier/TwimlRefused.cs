namespace Hotline.Tests.Carriers;

/// <summary>The gateway answered something that a provider would not carry out as it was meant.</summary>
internal sealed class TwimlRefused(string sentence) : Exception(sentence);
