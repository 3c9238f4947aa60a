using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Furrow.Server.Listings;
using Furrow.Server.Pages.Balance;
using Furrow.Server.Pages.Forms;
using Furrow.Server.Pages.Frame;
using Furrow.Server.Pages.Import;
using Furrow.Server.Pages.Places;
using Furrow.Server.Pages.Rows;
using Furrow.Server.Programmes;
using Furrow.Server.Serve;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;

namespace Furrow.Server.Pages;

/// <summary>Everything the web pages need of the server, in two calls.</summary>
public static class PagesSetup
{
    /// <summary>The largest file that may be uploaded: 2 GB, the size from which the import verb is the better way.</summary>
    public const long LargestUploadBytes = 2L * 1024 * 1024 * 1024;

    /// <summary>A form has a field for each column of a file.</summary>
    private const int MostFields = 16_384;

    public static IServiceCollection AddFurrowPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<Programme>((o, programme) =>
        {
            o.Cookie.Name = ProgrammeCookies.NameOf(programme, "furrow-form");
            o.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddHttpContextAccessor();
        services.AddScoped<Visit>();
        services.AddSingleton<ImportDrafts>();
        services.AddSingleton<PlaceDrafts>();
        services.AddSingleton<RowsDrafts>();
        services.AddHostedService<UploadCleanup>();
        services.AddSingleton<ListCache>();
        services.AddHostedService<ListPreparation>();
        services.AddFormKeys();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<SentForms>();
        services.Configure<FormOptions>(o =>
        {
            o.MultipartBodyLengthLimit = LargestUploadBytes;
            o.ValueLengthLimit = (int)FormFaults.LargestFormBytes;
            o.ValueCountLimit = MostFields;
        });
        services.AddResponseCompression(o => o.MimeTypes = ["text/html", "application/json", "application/geo+json", "image/svg+xml"]);
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        return services;
    }

    public static void MapFurrowPages(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UsePreferences();
        app.UseFormLimits();
        app.UseAntiforgery();
        app.UseFormGuard();
        app.MapOwnFiles();
        app.MapFigures();
        app.MapListDownloads();
        app.MapDraftFiles();
        app.MapRazorComponents<App>();
    }
}
