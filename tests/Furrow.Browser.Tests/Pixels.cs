using Microsoft.Playwright;

namespace Furrow.Browser.Tests;

/// <summary>Reads the colour of a picture in a blank tab, where no page's policy stands in the way.</summary>
internal static class Pixels
{
    /// <summary>The hue tells the status whatever hatch lies over it: orange is suspected, green is cleared; the ground has hardly any colour.</summary>
    public static async Task<string> StatusOf(IPage page, byte[] png)
    {
        var tab = await page.Context.NewPageAsync();
        try
        {
            var mean = await tab.EvaluateAsync<double[]>("""
                async data => {
                  const image = new Image();
                  image.src = 'data:image/png;base64,' + data;
                  await image.decode();
                  const canvas = document.createElement('canvas');
                  canvas.width = image.width; canvas.height = image.height;
                  const pen = canvas.getContext('2d');
                  pen.drawImage(image, 0, 0);
                  const bytes = pen.getImageData(0, 0, image.width, image.height).data;
                  const sum = [0, 0, 0];
                  for (let i = 0; i < bytes.length; i += 4) for (let c = 0; c < 3; c++) sum[c] += bytes[i + c];
                  return sum.map(s => s / (bytes.length / 4));
                }
                """, Convert.ToBase64String(png));
            var (red, green, blue) = (mean[0], mean[1], mean[2]);
            return red > blue + 40 && red > green ? "suspected" : green > red + 25 && green > blue + 10 ? "cleared" : "none";
        }
        finally
        {
            await tab.CloseAsync();
        }
    }
}
