# Two stages: the SDK builds, the runtime image runs. Nothing of the build stays.
# The builder's own processor builds for both: amd64 is compiled ahead of time, arm64 gets the portable program.
#   docker buildx build --platform linux/amd64,linux/arm64 -t felscanner .
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH
WORKDIR /source
RUN if [ "$TARGETARCH" = amd64 ]; then echo "-p:RuntimeIdentifier=linux-x64"; fi > /system
COPY Directory.Build.props Directory.Packages.props .editorconfig ./
COPY FelScanner.Core/FelScanner.Core.csproj FelScanner.Core/packages*.lock.json FelScanner.Core/
COPY FelScanner.Web/FelScanner.Web.csproj FelScanner.Web/packages*.lock.json FelScanner.Web/BlazorWebJs.targets FelScanner.Web/
RUN dotnet restore FelScanner.Web --locked-mode $(cat /system)
COPY FelScanner.Core FelScanner.Core
COPY FelScanner.Web FelScanner.Web
RUN dotnet publish FelScanner.Web -c Release --no-restore $(cat /system) -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# setpriv (util-linux) drops root in the entrypoint; tzdata is for TZ.
RUN apt-get update && apt-get install -y --no-install-recommends tzdata util-linux && rm -rf /var/lib/apt/lists/* && mkdir -p /config && chmod 0777 /config
COPY --from=build /app /app
COPY --chmod=0755 docker/entrypoint.sh /usr/local/bin/felscanner
ENV FELSCANNER_DATA=/config FELSCANNER_URLS=http://0.0.0.0:5080 DOTNET_EnableDiagnostics=0 PUID=1000 PGID=1000 UMASK=022
VOLUME /config
EXPOSE 5080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["felscanner", "health", "http://127.0.0.1:5080"]
ENTRYPOINT ["felscanner"]
