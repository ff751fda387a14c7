/** The table of an answer: short ones whole, long ones drawn only where they are seen. */
import type { ChartColumn } from '../../../../charts/chart-frame.tsx';
import { DataTable } from '../../../../design/table/data-table.tsx';
import { SimpleTable } from '../../../../design/table/simple-table.tsx';
import type { CellRow } from './rows.ts';

/** Rows that a browser draws at once without delay. */
const few = 300;

export function CellTable({
  name,
  columns,
  rows,
}: {
  name: string;
  columns: readonly ChartColumn<CellRow>[];
  rows: CellRow[];
}) {
  const seen = columns.filter(({ fileOnly }) => !fileOnly);
  const keyOf = ({ places }: CellRow) => places.join();
  if (rows.length <= few) {
    return <SimpleTable label={name} columns={seen} rows={rows} rowKey={keyOf} maxHeight={520} />;
  }
  return (
    <DataTable
      label={name}
      columns={seen.map(({ header, align, cell }) => ({
        id: header,
        header,
        width: align === 'right' ? 'minmax(90px, 1fr)' : 'minmax(120px, 2fr)',
        cell,
        ...(align === 'right' ? { align: 'end' as const } : {}),
      }))}
      rows={rows}
      rowKey={keyOf}
      height={520}
    />
  );
}
