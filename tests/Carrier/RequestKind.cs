namespace Hotline.Tests.Carriers;

/// <summary>What a request is about.</summary>
internal enum RequestKind
{
    Other,
    CreateMessage,
    FetchMessage,
    ListMessages,
    RedactMessage,
    DeleteMessage,
    CreateCall,
    FetchCall,
    ChangeCall,
    FetchRecording,
    DeleteRecording,
}
