/** A month of one institution in tables. */
import { Trans, useLingui } from '@lingui/react/macro';
import Stack from '@mui/material/Stack';
import { Panel } from '../../../design/page.tsx';
import { Empty } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatCount } from '../../../format/quantity.ts';
import { Completeness, PastAndTier, Reasons, Timeliness } from './report-panels.tsx';
import { received, type Sums, share, sumBy } from './report-sums.ts';
import type { Network, Report } from './requests.ts';
import { Silences } from './silences.tsx';
import { UnmappedCodes } from './unmapped-codes.tsx';

export function MonthTables({
  report,
  edits,
  national,
}: {
  report: Report;
  edits: Network['edits'];
  national: boolean;
}) {
  const { t } = useLingui();
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
  const [own] = report.past;
  return (
    <Stack>
      <PastAndTier report={report} />
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
          <Reasons report={report} edits={edits} national={national} />
          <Timeliness byType={byType} />
          <Completeness report={report} />
        </>
      )}
    </Stack>
  );
}
