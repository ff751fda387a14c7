/** What a month's report says beside its counts: past and tier, reasons, timeliness, completeness. */
import { Trans, useLingui } from '@lingui/react/macro';
import Typography from '@mui/material/Typography';
import { siteChoice } from '@nodp/terminology/sites';
import { AppLink } from '../../../design/links.tsx';
import { Panel } from '../../../design/page.tsx';
import { Empty } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatCount } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import { type Sums, share, within } from './report-sums.ts';
import type { Network, Report } from './requests.ts';

export function PastAndTier({ report }: { report: Report }) {
  const { t } = useLingui();
  return (
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
          <Trans>Fewer than three others of the tier sent something: none is compared with.</Trans>
        </Typography>
      )}
    </Panel>
  );
}

export function Reasons({
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
  const outcomes = { held: t`Held`, refused: t`Refused`, warned: t`Taken, doubtful` };
  return (
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
  );
}

export function Timeliness({ byType }: { byType: readonly Sums[] }) {
  const { t } = useLingui();
  const dated = byType.filter(
    (r) => r.within1 + r.within7 + r.within30 + r.within90 + r.within365 + r.later > 0,
  );
  if (dated.length === 0) return null;
  return (
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
  );
}

export function Completeness({ report }: { report: Report }) {
  const { t } = useLingui();
  const label = useLabel();
  if (report.completeness.length === 0) return null;
  return (
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
  );
}
