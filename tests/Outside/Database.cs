using Microsoft.Data.Sqlite;

namespace Hotline.Tests.Outside;

/// <summary>The gateway's database, opened by another program.</summary>
internal static class Database
{
    public static SqliteConnection Open(string data)
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, "hotline.db"), Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    public static string Ask(string data, string question)
    {
        using var connection = Open(data);
        return Ask(connection, question);
    }

    public static string Ask(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The questions are ours.
        command.CommandText = question;
#pragma warning restore CA2100
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }
}
