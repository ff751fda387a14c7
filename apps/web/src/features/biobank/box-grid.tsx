/** The positions of a box: one stop of the Tab key, arrows within, Enter chooses. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useRef, useState } from 'react';
import { useLabel } from '../../i18n/label.ts';
import { cellName, movedBy, rowName } from './grid-keys.ts';
import type { Container, Tube } from './queries.ts';
import { amountWords } from './tubes.tsx';

type Cell = { row: number; column: number };

export function BoxGrid({
  container,
  chosen,
  onChoose,
}: {
  container: Container & { rows: number; columns: number };
  /** The name of the chosen position. */
  chosen: string | null;
  onChoose: (position: string, tube: Tube | null) => void;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const { rows, columns, labels, specimens } = container;
  const [at, setAt] = useState<Cell>({ row: 1, column: 1 });
  const cells = useRef(new Map<string, HTMLTableCellElement>());
  const tubes = new Map(specimens.map((tube) => [`${tube.row} ${tube.column}`, tube]));
  const go = (to: Cell) => {
    setAt(to);
    cells.current.get(`${to.row} ${to.column}`)?.focus();
  };
  return (
    <Box sx={{ overflow: 'auto', p: 0.5 }}>
      <Box
        component="table"
        role="grid"
        aria-label={t`Positions of ${container.name}`}
        sx={{ borderCollapse: 'separate', borderSpacing: '3px', fontSize: '0.75rem' }}
      >
        <thead>
          <tr>
            <td />
            {Array.from({ length: columns }, (_, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns of a box
              <th key={column} scope="col">
                {column + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a box
            <tr key={r}>
              <th scope="row">{rowName(labels, r + 1)}</th>
              {Array.from({ length: columns }, (_, c) => {
                const cell = { row: r + 1, column: c + 1 };
                const key = `${cell.row} ${cell.column}`;
                const tube = tubes.get(key) ?? null;
                const name = cellName(labels, columns, cell);
                const said = tube
                  ? `${name}: ${tube.barcode}, ${label(tube.type.label)}, ${amountWords(tube)}`
                  : t`${name}: free`;
                return (
                  <Box
                    component="td"
                    role="gridcell"
                    key={key}
                    ref={(element: HTMLTableCellElement | null) => {
                      if (element) cells.current.set(key, element);
                    }}
                    tabIndex={at.row === cell.row && at.column === cell.column ? 0 : -1}
                    aria-selected={chosen === name}
                    aria-label={said}
                    title={said}
                    onFocus={() => setAt(cell)}
                    onClick={() => onChoose(name, tube)}
                    onKeyDown={(event) => {
                      const to = movedBy(event.key, cell, { rows, columns });
                      if (to) go(to);
                      else if (event.key === 'Enter' || event.key === ' ') onChoose(name, tube);
                      else return;
                      event.preventDefault();
                    }}
                    sx={{
                      width: 26,
                      minWidth: 26,
                      height: 26,
                      borderRadius: '50%',
                      cursor: 'pointer',
                      border: '1px solid',
                      borderColor: 'text.secondary',
                      bgcolor: tube ? 'primary.main' : 'transparent',
                      outlineOffset: 2,
                      ...(chosen === name ? { boxShadow: '0 0 0 3px #E69F00' } : {}),
                    }}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}
