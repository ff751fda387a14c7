/** The rows of a table on a narrow screen: each a block of headings with what stands below them, nothing beside the screen. */
import Box from '@mui/material/Box';
import { type SimpleColumn, saidOf } from './columns.ts';

export function StackedRows<Row>({
  label,
  columns,
  rows,
  rowKey,
  maxHeight,
}: {
  label: string;
  columns: readonly SimpleColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row, index: number) => string | number;
  maxHeight: number | undefined;
}) {
  return (
    <Box
      component="ul"
      aria-label={label}
      // A list that scrolls has to be reachable by keyboard.
      tabIndex={maxHeight === undefined ? undefined : 0}
      sx={{ listStyle: 'none', m: 0, p: 0, overflow: 'auto', maxHeight }}
    >
      {rows.map((row, index) => (
        <Box
          component="li"
          key={rowKey(row, index)}
          sx={{ px: 2, py: 1, borderTop: 1, borderColor: 'divider' }}
        >
          <Box
            component="dl"
            sx={{
              ...{ m: 0, display: 'grid', columnGap: 1.5, rowGap: 0.25, typography: 'body2' },
              gridTemplateColumns: 'minmax(96px, 2fr) 3fr',
              '& dt': { color: 'text.secondary' },
              '& dd': { m: 0, overflowWrap: 'anywhere', minWidth: 0 },
            }}
          >
            {saidOf(columns, row).map(({ header, said }) => (
              <Box key={header} sx={{ display: 'contents' }}>
                <dt>{header}</dt>
                <dd>{said}</dd>
              </Box>
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
