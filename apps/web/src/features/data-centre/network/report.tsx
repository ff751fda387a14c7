/** A month of one institution: what was received, what failed and why, how late, how complete, beside its past and its tier. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { AppLink } from '../../../design/links.tsx';
import { PageHeader } from '../../../design/page.tsx';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { useLabel } from '../../../i18n/label.ts';
import { MonthTables } from './month-tables.tsx';
import { monthsUntil } from './report-sums.ts';
import { type Network, type NetworkInstitution, readReport } from './requests.ts';

export function ReportOf({
  institution,
  edits,
  national,
}: {
  institution: NetworkInstitution;
  edits: Network['edits'];
  national: boolean;
}) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const [search, set] = useSearchState();
  const months = monthsUntil(new Date());
  const month = months.includes(search.month ?? '') ? (search.month as string) : (months[0] ?? '');
  const query = useQuery({
    queryKey: ['institution-report', institution.id, month],
    queryFn: ({ signal }) => readReport(institution.id, month, signal),
  });
  const name = label({ en: institution.nameEn, zh: institution.nameZh });
  const { rhythm } = institution;
  const { since, usual } = rhythm;
  return (
    <>
      <PageHeader
        title={t`Report of what was sent`}
        detail={name}
        actions={
          national && (
            <AppLink
              to={'/data-centre/network/{-$institutionId}' as string}
              params={{ institutionId: undefined } as never}
              search={{} as never}
              preload={false}
            >
              <Trans>The whole network</Trans>
            </AppLink>
          )
        }
      />
      <Stack direction="row" sx={{ gap: 1.5, flexWrap: 'wrap', alignItems: 'center', mb: 1.5 }}>
        <TextField
          select
          size="small"
          label={t`Month`}
          value={month}
          onChange={(event) => set({ month: event.target.value })}
          sx={{ minWidth: 130 }}
        >
          {months.map((one) => (
            <MenuItem key={one} value={one}>
              {one}
            </MenuItem>
          ))}
        </TextField>
        <Link
          href={`/network/${institution.id}/report.csv?month=${month}&language=${i18n.locale}`}
          download
        >
          <Trans>Download as CSV</Trans>
        </Link>
        <Button size="small" onClick={() => window.print()} sx={{ displayPrint: 'none' }}>
          <Trans>Print</Trans>
        </Button>
      </Stack>
      {rhythm.silent && (
        <Alert severity="warning" sx={{ mb: 1.5 }}>
          <Trans>
            Nothing was received for {since} days; nine of ten gaps are of {usual} days at most.
          </Trans>
        </Alert>
      )}
      {query.isPending ? (
        <LoadingRows rows={8} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : (
        <MonthTables report={query.data} edits={edits} national={national} />
      )}
    </>
  );
}
