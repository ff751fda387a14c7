/** A month of one institution: what was received, what failed and why, how late, how complete, beside its past and its tier. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { siteChoice } from '@nodp/terminology/sites';
import { useQuery } from '@tanstack/react-query';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { AppLink } from '../../../design/links.tsx';
import { PageHeader, Panel } from '../../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatCount, formatPercent } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import {
  type DayTallied,
  type Network,
  type NetworkInstitution,
  type Report,
  readReport,
} from './requests.ts';
import { Silences } from './silences.tsx';
import { UnmappedCodes } from './unmapped-codes.tsx';

/** The last twelve months of the national calendar, the newest first. */
const monthsUntil = (now: Date): string[] => {
  const here = new Date(now.getTime() + 8 * 3_600_000);
  return Array.from({ length: 12 }, (_, back) =>
    new Date(Date.UTC(here.getUTCFullYear(), here.getUTCMonth() - back, 1))
      .toISOString()
      .slice(0, 7),
  );
};

const share = (part: number, of: number): string => (of === 0 ? '—' : formatPercent(part / of));

const received = (d: DayTallied): number =>
  d.created + d.updated + d.unchanged + d.retained + d.held + d.refused;

type Sums = DayTallied & { readonly name: string };

/** Adds the numbers of days, or of types, under one name each. */
const sumBy = (days: readonly DayTallied[], of: (d: DayTallied) => string): Sums[] => {
  const sums = new Map<string, Record<string, unknown>>();
  for (const one of days) {
    const known = sums.get(of(one));
    if (known === undefined) sums.set(of(one), { ...one, name: of(one) });
    else
      for (const [key, value] of Object.entries(one))
        if (typeof value === 'number') known[key] = (known[key] as number) + value;
  }
  return [...sums.values()] as unknown as Sums[];
};

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
        <Months report={query.data} edits={edits} national={national} />
      )}
    </>
  );
}

function Months({
  report,
  edits,
  national,
}: {
  report: Report;
  edits: Network['edits'];
  national: boolean;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const columns = [
    { header: t`New`, cell: (r: Sums) => formatCount(r.created), align: 'right' as const },
    { header: t`Corrected`, cell: (r: Sums) => formatCount(r.updated), align: 'right' as const },
    { header: t`Unchanged`, cell: (r: Sums) => formatCount(r.unchanged), align: 'right' as const },
    { header: t`Retained`, cell: (r: Sums) => formatCount(r.retained), align: 'right' as const },
    { header: t`Held`, cell: (r: Sums) => formatCount(r.held), align: 'right' as const },
    { header: t`Refused`, cell: (r: Sums) => formatCount(r.refused), align: 'right' as const },
    {
      header: t`Held or refused`,
      cell: (r: Sums) => share(r.held + r.refused, received(r)),
      align: 'right' as const,
    },
  ];
  const byType = sumBy(report.days, (d) => d.resourceType);
  const byDay = sumBy(report.days, (d) => d.day);
  const dated = byType.filter(
    (r) => r.within1 + r.within7 + r.within30 + r.within90 + r.within365 + r.later > 0,
  );
  const within = (r: Sums, days: number): string => {
    const steps = [r.within1, r.within7, r.within30, r.within90, r.within365];
    const limits = [1, 7, 30, 90, 365];
    const sum = steps.filter((_, i) => (limits[i] ?? 0) <= days).reduce((a, b) => a + b, 0);
    return share(sum, steps.reduce((a, b) => a + b, 0) + r.later);
  };
  const outcomes = { held: t`Held`, refused: t`Refused`, warned: t`Taken, doubtful` };
  const [own] = report.past;
  return (
    <Stack>
      <Panel title={t`Beside its own past and its tier`}>
        <SimpleTable
          label={t`Beside its own past and its tier`}
          rows={[
            ...report.past.map((p) => ({ ...p, name: p.month })),
            ...(report.tier
              ? [{ ...report.tier, name: t`${report.tier.institutions} others of the tier` }]
              : []),
          ]}
          rowKey={(r) => r.name}
          columns={[
            { header: t`Month`, cell: (r) => r.name },
            { header: t`Records`, cell: (r) => formatCount(r.received), align: 'right' },
            { header: t`Held`, cell: (r) => share(r.held, r.received), align: 'right' },
            { header: t`Refused`, cell: (r) => share(r.refused, r.received), align: 'right' },
          ]}
        />
        {report.tier === null && (
          <Typography variant="body2" sx={{ px: 1.5, py: 1, color: 'text.secondary' }}>
            <Trans>
              Fewer than three others of the tier sent something: none is compared with.
            </Trans>
          </Typography>
        )}
      </Panel>
      <UnmappedCodes codes={report.unmapped} />
      <Silences silences={report.silences} />
      {own?.received === 0 ? (
        <Empty>
          <Trans>Nothing was received in this month</Trans>
        </Empty>
      ) : (
        <>
          <Panel title={t`Received by type`}>
            <SimpleTable
              label={t`Received by type`}
              rows={byType}
              rowKey={(r) => r.name}
              columns={[{ header: t`Resource type`, cell: (r: Sums) => r.name }, ...columns]}
            />
          </Panel>
          <Panel title={t`Received by day`}>
            <SimpleTable
              label={t`Received by day`}
              rows={byDay}
              rowKey={(r) => r.name}
              maxHeight={360}
              columns={[{ header: t`Day`, cell: (r: Sums) => r.name, nowrap: true }, ...columns]}
            />
          </Panel>
          <Panel title={t`Why records were held, refused or doubted`}>
            {report.reasons.length === 0 ? (
              <Empty>
                <Trans>Nothing was held, refused or doubted</Trans>
              </Empty>
            ) : (
              <SimpleTable
                label={t`Why records were held, refused or doubted`}
                rows={report.reasons}
                rowKey={(r) => `${r.outcome}.${r.reason}`}
                columns={[
                  { header: t`Outcome`, cell: (r) => outcomes[r.outcome], nowrap: true },
                  {
                    header: t`Reason`,
                    cell: (r) => {
                      const edit = edits.find(({ id }) => id === r.reason);
                      const title = edit ? label(edit.title) : r.reason;
                      return r.outcome === 'held' && !national ? (
                        <AppLink
                          to={'/data-centre/held/{-$heldId}' as string}
                          params={{} as never}
                          search={{ edit: r.reason } as never}
                        >
                          {title}
                        </AppLink>
                      ) : (
                        title
                      );
                    },
                  },
                  { header: t`Records`, cell: (r) => formatCount(r.records), align: 'right' },
                  { header: t`Example`, cell: (r) => <code>{r.example.where}</code> },
                ]}
              />
            )}
          </Panel>
          {dated.length > 0 && (
            <Panel title={t`New records by the days from the event to their receipt`}>
              <SimpleTable
                label={t`New records by the days from the event to their receipt`}
                rows={dated}
                rowKey={(r) => r.name}
                columns={[
                  { header: t`Resource type`, cell: (r) => r.name },
                  { header: t`1 day`, cell: (r) => within(r, 1), align: 'right' },
                  { header: t`7 days`, cell: (r) => within(r, 7), align: 'right' },
                  { header: t`30 days`, cell: (r) => within(r, 30), align: 'right' },
                  { header: t`90 days`, cell: (r) => within(r, 90), align: 'right' },
                  { header: t`365 days`, cell: (r) => within(r, 365), align: 'right' },
                ]}
              />
            </Panel>
          )}
          {report.completeness.length > 0 && (
            <Panel title={t`Completeness of new tumours`}>
              <SimpleTable
                label={t`Completeness of new tumours`}
                rows={report.completeness}
                rowKey={(r) => r.siteGroup}
                columns={[
                  {
                    header: t`Cancer site`,
                    cell: (r) => {
                      const site = siteChoice(r.siteGroup);
                      return site ? label(site.label) : t`Unknown`;
                    },
                  },
                  { header: t`Tumours`, cell: (r) => formatCount(r.tumours), align: 'right' },
                  {
                    header: t`Morphology`,
                    cell: (r) => share(r.morphology, r.tumours),
                    align: 'right',
                  },
                  {
                    header: t`Basis of diagnosis`,
                    cell: (r) => share(r.basis, r.tumours),
                    align: 'right',
                  },
                  {
                    header: t`Day of diagnosis`,
                    cell: (r) => share(r.diagnosedToDay, r.tumours),
                    align: 'right',
                  },
                  {
                    header: t`Stage, sent with it`,
                    cell: (r) => share(r.stage, r.tumours),
                    align: 'right',
                  },
                ]}
              />
            </Panel>
          )}
        </>
      )}
    </Stack>
  );
}
