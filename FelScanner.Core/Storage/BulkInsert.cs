using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace FelScanner.Core.Storage;

/// <summary>Inserts many rows of one table by one prepared statement: a first scan brings sixty thousand, for which change tracking takes far too long.</summary>
internal sealed class BulkInsert<TRow> : IDisposable
    where TRow : class
{
    private readonly DbCommand _command;
    private readonly Action<TRow, DbCommand>[] _fill;

    public BulkInsert(FelDbContext context)
    {
        var entity = context.Model.FindEntityType(typeof(TRow))!;
        var columns = entity.GetProperties().Where(property => property is not { ValueGenerated: ValueGenerated.OnAdd }).ToArray();
        _command = context.Database.GetDbConnection().CreateCommand();
        _command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        _command.CommandText = Sql(entity, columns);
        _fill = [.. columns.Select(Fill)];
        foreach (var index in Enumerable.Range(0, columns.Length))
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = $"$p{index}";
            _command.Parameters.Add(parameter);
        }
    }

    /// <summary>Inserts one row and returns its row id.</summary>
    public async Task<long> AddAsync(TRow row, CancellationToken cancellationToken)
    {
        foreach (var fill in _fill)
            fill(row, _command);
        return (long)(await _command.ExecuteScalarAsync(cancellationToken))!;
    }

    public void Dispose() => _command.Dispose();

    private static string Sql(IEntityType entity, IProperty[] columns)
    {
        var names = string.Join(", ", columns.Select(column => $"\"{column.GetColumnName()}\""));
        var values = string.Join(", ", columns.Select((_, index) => $"$p{index}"));
        return $"INSERT INTO \"{entity.GetTableName()}\" ({names}) VALUES ({values}) RETURNING rowid";
    }

    private static Action<TRow, DbCommand> Fill(IProperty column, int index)
    {
        var (getter, converter) = (column.GetGetter(), column.GetTypeMapping().Converter);
        return (row, command) =>
        {
            var value = getter.GetClrValue(row);
            command.Parameters[index].Value = (value is null || converter is null ? value : converter.ConvertToProvider(value)) ?? DBNull.Value;
        };
    }
}
