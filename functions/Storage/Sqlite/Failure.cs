using SQLitePCL;

namespace Hotline.Functions.Storage.Sqlite;

/// <summary>SQLite's result codes (sqlite.org/rescode.html) in words an operator can act on.</summary>
internal static class Failure
{
    public static StoreUnavailable Of(string fileName, int code) => new(fileName, Reason(code & 0xFF), code);

    private static string Reason(int code) => code switch
    {
        raw.SQLITE_FULL => "the disk is full",
        raw.SQLITE_READONLY => "the disk or file is read-only",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "another program holds it",
        raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH => "it cannot be opened",
        raw.SQLITE_IOERR => "the disk could not be read or written",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => "it is damaged; restore the last backup",
        raw.SQLITE_NOMEM => "there is no memory left",
        _ => "SQLite refused",
    };
}
