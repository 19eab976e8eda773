using FelScanner.Web.Cli;

if (args is ["parse"])
{
    using StreamReader input = new(Console.OpenStandardInput());
    using StreamWriter output = new(Console.OpenStandardOutput(), bufferSize: 65_536);
    return ParseVerb.Run(input, output);
}

if (args is ["decide"])
    return DecideVerb.Run(Console.In, Console.Out, Console.Error);

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
var app = builder.Build();
app.MapGet("/health/live", () => "ok");
app.Run();
return 0;
