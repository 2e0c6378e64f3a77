namespace Hotline.Functions.Backup;

/// <summary>What a backup holds. The number is its byte in the file.</summary>
public enum BackupKind
{
    /// <summary>The database: it may be kept as long as anybody likes, because it opens no case by itself.</summary>
    Database = 1,

    /// <summary>The keys of cases: kept for days, because an old one would bring back what was taken back since.</summary>
    Cases = 2,
}
