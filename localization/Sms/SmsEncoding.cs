namespace Hotline.Localization.Sms;

/// <summary>GSM 03.38 (7 bits a character) or UCS-2 (16 bits). One character outside GSM 03.38 makes the whole message UCS-2.</summary>
public enum SmsEncoding { Gsm7, Ucs2 }
