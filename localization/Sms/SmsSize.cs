namespace Hotline.Localization.Sms;

/// <param name="Encoding">How the carrier will encode the whole message.</param>
/// <param name="Units">Septets for GSM-7 (extension characters are two), UTF-16 units for UCS-2.</param>
/// <param name="Segments">Parts that the carrier bills; 0 for an empty text, which is never sent.</param>
public readonly record struct SmsSize(SmsEncoding Encoding, int Units, int Segments);
