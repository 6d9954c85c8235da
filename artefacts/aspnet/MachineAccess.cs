// ASP.NET Core 8 and later: tokens beside the cookies that are there, and refusals that a program understands.
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;

public static class MachineAccess
{
    private const string Challenge = "{{CHALLENGE}}";
    private const string Help = "{{HELP}}";

    /// <summary>Requests with a bearer token are the JWT handler's, all others the cookie handler's, as before.</summary>
    public static void AddMachineAccess(this IServiceCollection services, string issuer, string audience)
    {
        services.AddAuthentication("CookieOrToken")
            .AddPolicyScheme("CookieOrToken", null, options =>
                options.ForwardDefaultSelector = context =>
                    context.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
                        ? JwtBearerDefaults.AuthenticationScheme
                        : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddJwtBearer(options =>
            {
                options.Authority = issuer;
                options.Audience = audience;
                options.Events = new JwtBearerEvents
                {
                    OnChallenge = context =>
                    {
                        context.HandleResponse();
                        return Refuse(context.HttpContext, true);
                    },
                };
            });
        services.PostConfigure<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme, options =>
        {
            var before = options.Events.OnRedirectToLogin;
            options.Events.OnRedirectToLogin = context => IsBrowser(context.Request) ? before(context) : Refuse(context.HttpContext, false);
        });
    }

    private static bool IsBrowser(HttpRequest request) =>
        request.Headers.ContainsKey("Sec-Fetch-Site")
        || request.Headers.ContainsKey("Cookie")
        || request.Headers.Accept.ToString().Contains("text/html");

    private static Task Refuse(HttpContext context, bool failed)
    {
        var challenge = failed && Challenge.StartsWith("Bearer") ? Challenge + ", error=\"invalid_token\"" : Challenge;
        context.Response.StatusCode = 401;
        context.Response.Headers.WWWAuthenticate = challenge;
        return context.Response.WriteAsJsonAsync(new { error = failed ? "invalid_token" : "missing_token", help = Help });
    }
}
