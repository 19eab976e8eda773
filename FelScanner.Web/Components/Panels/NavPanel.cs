using System.Globalization;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Web.Live;
using Microsoft.AspNetCore.Components;

namespace FelScanner.Web.Components.Panels;

/// <summary>Loads what side, tabs and title share.</summary>
public abstract class NavPanel : LivePanel<NavView>
{
    [Inject]
    public IRequests Requests { get; set; } = null!;

    [Inject]
    public IJobsView Jobs { get; set; } = null!;

    [Inject]
    public IFindings Findings { get; set; } = null!;

    [Inject]
    public INotebook Notebook { get; set; } = null!;

    [Inject]
    public Attention Attention { get; set; } = null!;

    protected override string Key => "nav";

    protected override bool Concerns(DomainEvent happened) =>
        happened is DomainEvent.RequestChanged or DomainEvent.HealthChanged or DomainEvent.JobChanged or DomainEvent.LibraryChanged;

    protected override async Task<NavView> LoadAsync(CancellationToken cancellationToken)
    {
        var pending = await Requests.InAsync([RequestStatus.Pending], cancellationToken);
        var check = (await Jobs.AllAsync(cancellationToken)).FirstOrDefault(job => job.Id == "check-feeds");
        var trouble = Findings.Now.Any(finding => finding.Severity == FindingSeverity.Error);
        var waiting = pending.DistinctBy(request => request.CardId).Count();
        var read = await Notebook.ReadAsync(Notes.LibraryReadAt, cancellationToken);
        return new NavView(waiting, trouble, check?.NextRun, check?.Running ?? false, check?.Paused ?? false, Moment(read));
    }

    protected override void Took(NavView view) => Attention.Is(view.Waiting, view.Trouble);

    private static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
