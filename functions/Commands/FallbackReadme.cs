namespace Hotline.Functions.Commands;

internal static class FallbackReadme
{
    public const string Text = """
        What callers hear while the hotline does not answer. Put this folder on a web server that is not the hotline's (another company's is best), over
        https, and enter the addresses at the provider:

        text.xml            fallback of "a message comes in", for the public number
        call.xml            fallback of "a call comes in", for the public number
        check-in-text.xml   fallback of "a message comes in", for the check-in number: it does not tell what the line is for
        busy.xml            fallback of "a call comes in", for the check-in number and for those of missed calls and tips: refused, and nobody pays
        audio/              recordings that call.xml plays; leave them beside it

        The server has to answer POST with the file too, as text/xml. nginx:

            location /fallback/ { types { text/xml xml; audio/wav wav; audio/mpeg mp3; } error_page 405 =200 $uri; access_log off; }

        Storage that answers GET only (a static website in Azure's blob storage refuses POST): set the method of the fallback address to GET. Then the
        provider puts the number and the words of whoever wrote into the address, so that server must keep no log of requests.

        Try each address before you rely on it: curl -X POST -i ADDRESS, or without -X POST where you chose GET.
        The files hold the numbers of the day on which they were written: write them again when localization/emergency-numbers.json changes.

        """;
}
