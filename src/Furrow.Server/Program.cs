using Furrow.Server.Pages;
using Furrow.Server.Programmes;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(Programme.Open("x"));
builder.Services.AddFurrowPages();
var app = builder.Build();
app.MapFurrowPages();
app.Run();
return 0;
