namespace Hotline.Functions.Providers;

/// <summary>The provider took it.</summary>
/// <param name="Sid">Its name for the message or the call, under which callbacks will speak of it.</param>
public sealed record Created(string Sid);
