if (args is ["probe", .. var files])
    return FelScanner.Web.Cli.ProbeVerb.Run(files, Console.Out);

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
var app = builder.Build();
app.MapGet("/health/live", () => "ok");
app.Run();
return 0;
