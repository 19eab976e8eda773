using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FelScanner.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class HistorySearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_download_history_search",
                table: "download_history",
                columns: new[] { "started_at", "id", "movie_title", "torrent_title" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_download_history_search",
                table: "download_history");
        }
    }
}
