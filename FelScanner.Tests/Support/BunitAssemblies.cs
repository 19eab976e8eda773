using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace FelScanner.Tests.Support;

/// <summary>bUnit asks for a newer number of AngleSharp.Diffing than the one that is there; the assembly itself fits.</summary>
internal static class BunitAssemblies
{
#pragma warning disable CA2255 // must be in place before the first test class is looked at
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Install() => AssemblyLoadContext.Default.Resolving += Find;

    private static Assembly? Find(AssemblyLoadContext context, AssemblyName name) => name.Name == "AngleSharp.Diffing"
        ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "compat", "AngleSharp.Diffing.dll"))
        : null;
}
