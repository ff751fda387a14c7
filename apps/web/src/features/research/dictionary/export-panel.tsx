/** What of a release may leave the platform as rows, and how it was made k-anonymous. */
import { Trans, useLingui } from '@lingui/react/macro';
import Typography from '@mui/material/Typography';
import { Facts, Panel } from '../../../design/page.tsx';
import { Empty } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatCount } from '../../../format/quantity.ts';
import type { ReleaseDictionaryQuery } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';

type Export = NonNullable<NonNullable<ReleaseDictionaryQuery['release']>['export']>;

export function ExportPanel({ exported }: { exported: Export | null }) {
  const { t } = useLingui();
  const label = useLabel();
  if (exported === null)
    return (
      <Panel title={<Trans>Export</Trans>}>
        <Empty>
          <Trans>An older version built this release; it has no part that may leave.</Trans>
        </Empty>
      </Panel>
    );
  const few = t`too few`;
  const count = ({ value }: { value: number | null }) =>
    value === null ? few : formatCount(value);
  const { k, reached, dayError, intervalError, significantDigits } = exported;
  return (
    <>
      <Panel
        title={<Trans>Export</Trans>}
        detail={<Trans>the part of the release that may leave the platform as rows</Trans>}
      >
        <Typography variant="body2" sx={{ mb: 1.5, maxWidth: '80ch' }}>
          <Trans>
            Everybody in it is alike with at least {k - 1} others in what may be known of a person
            from elsewhere, in this export and in all before it. Days are jittered for each person
            and release, values are rounded, and the exact columns are counted inside and never
            leave.
          </Trans>
        </Typography>
        <Facts
          facts={[
            {
              name: t`Least persons alike (k)`,
              value: reached === null ? t`nobody is in it` : formatCount(reached),
            },
            { name: t`Persons in the export`, value: count(exported.persons) },
            { name: t`Persons suppressed`, value: count(exported.suppressed) },
            {
              name: t`Persons of whom only the first case is in it`,
              value: count(exported.furtherCasesLeftOut),
            },
            { name: t`Unique persons before`, value: count(exported.uniqueBefore) },
            { name: t`Unique persons in the export`, value: t`none` },
            { name: t`Days`, value: t`at most ${dayError} days off, in order` },
            { name: t`Intervals`, value: t`at most ${intervalError} days off` },
            { name: t`Values`, value: t`${significantDigits} significant digits` },
            { name: t`Checksum (SHA-256)`, value: <code>{exported.checksum}</code> },
          ]}
        />
      </Panel>
      <Panel flush title={<Trans>Generalisation</Trans>}>
        <SimpleTable
          label={t`Generalisation of the export`}
          rows={exported.quasiIdentifiers}
          rowKey={(q) => q.name}
          columns={[
            { header: t`What may be known`, cell: (q) => label(q.label), nowrap: true },
            { header: t`Leaves as`, cell: (q) => label(q.generalisedTo), leastWidth: 160 },
            {
              header: t`Level`,
              cell: (q) => t`${q.level} of ${q.coarsest}`,
              nowrap: true,
            },
          ]}
        />
      </Panel>
      <Panel
        flush
        title={<Trans>Columns that leave</Trans>}
        detail={<Trans>no other column does</Trans>}
      >
        <SimpleTable
          label={t`Columns of the export`}
          rows={exported.tables.flatMap(({ name, columns }) =>
            columns.map((column) => ({ ...column, table: name })),
          )}
          rowKey={(c) => `${c.table}.${c.name}`}
          columns={[
            { header: t`Table`, cell: (c) => <code>{c.table}</code>, nowrap: true },
            { header: t`Column`, cell: (c) => <code>{c.name}</code>, nowrap: true },
            { header: t`What it says`, cell: (c) => label(c.description), leastWidth: 220 },
            { header: t`Leaves`, cell: (c) => label(c.leaves), leastWidth: 160 },
          ]}
        />
      </Panel>
    </>
  );
}
