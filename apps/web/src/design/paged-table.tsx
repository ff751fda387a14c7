/** A list page's table in each of its states. */
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import type { ReactNode } from 'react';
import { formatCount } from '../format/quantity.ts';
import { Busy } from './busy.tsx';
import { Outdated } from './outdated.tsx';
import type { Paged } from './paged.ts';
import { Empty, ErrorPanel, LoadingRows } from './states.tsx';
import { DataTable } from './table/data-table.tsx';
import type { DataTableProps } from './table/properties.ts';

export function PagedTable<Row>({
  paged,
  empty,
  ...table
}: { paged: Paged<Row>; empty: ReactNode } & Pick<
  DataTableProps<Row>,
  'label' | 'columns' | 'rowKey' | 'sorting' | 'onSort'
>) {
  const { t } = useLingui();
  return (
    <Paper
      variant="outlined"
      sx={{ flex: 1, minHeight: 240, display: 'flex', flexDirection: 'column', overflow: 'hidden' }}
    >
      <Box sx={{ height: 2, flex: 'none' }}>
        {(paged.isReading || paged.outdated) && <Busy label={t`Loading`} />}
      </Box>
      {paged.isPending ? (
        <LoadingRows rows={12} />
      ) : paged.error ? (
        <ErrorPanel error={paged.error} retry={paged.retry} />
      ) : paged.rows.length === 0 ? (
        <Outdated outdated={paged.outdated}>
          <Empty>{empty}</Empty>
        </Outdated>
      ) : (
        <DataTable
          {...table}
          rows={paged.rows}
          total={paged.total}
          onMore={paged.more}
          outdated={paged.outdated}
        />
      )}
      {paged.moreError && (
        <Alert
          severity="error"
          action={
            <Button color="inherit" onClick={paged.retry}>
              <Trans>Try again</Trans>
            </Button>
          }
        >
          <Trans>The next rows could not be read.</Trans>
        </Alert>
      )}
    </Paper>
  );
}

/** How many there are, said aloud when it changes; an older answer's number is not said. */
export function Total({
  count,
  outdated = false,
  persons = false,
}: {
  count: number | undefined;
  outdated?: boolean;
  /** The list is of people: Chinese counts them by a word of their own. */
  persons?: boolean;
}) {
  const said = formatCount(count ?? 0);
  return (
    <span role="status" aria-busy={outdated || undefined} style={{ opacity: outdated ? 0.4 : 1 }}>
      {count !== undefined &&
        (persons ? (
          <Trans context="persons">{said} found</Trans>
        ) : (
          <Plural value={count} one={`${said} found`} other={`${said} found`} />
        ))}
    </span>
  );
}
