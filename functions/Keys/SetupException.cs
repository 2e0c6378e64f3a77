namespace Hotline.Functions;

/// <summary>The set-up is broken and the program must not start: one sentence that says what to do.</summary>
public sealed class SetupException(string sentence) : Exception(sentence);
