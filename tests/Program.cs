using Hotline.Localization.Writing;
using Hotline.Tests.Tables;

// The test runner loads the assembly and never comes here.
KhmerHumanizer.Register();
return args is ["office", .. var rest] ? await OfficeProcess.Run(rest, Console.In, Console.Out) : 1;
