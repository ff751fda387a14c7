/** What stands now: database, disk, log, release, last backup. */
import { useLingui } from '@lingui/react/macro';
import { Panel } from '../../design/page.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatInstant } from '../../format/date.ts';
import { formatBytes, formatCount, formatPercent } from '../../format/quantity.ts';
import type { State } from './measured.ts';

const instant = (at: string | null | undefined): string => (at ? formatInstant(at) : '—');

export function PlatformFacts({ state }: { state: State }) {
  const { t } = useLingui();
  const { backup } = state;
  const trial = (): string => {
    if (backup === null) return '—';
    if (backup.triedAt === null) return t`never tried`;
    const at = instant(backup.triedAt);
    return backup.problem === null ? t`whole on ${at}` : t`not whole on ${at}: ${backup.problem}`;
  };
  const maker = (): string => {
    if (backup === null) return t`none`;
    const at = instant(backup.moment);
    if (backup.madeBy === 'PLATFORM') return `${at} (${formatBytes(backup.bytes ?? 0)})`;
    return `${at} (${backup.statement ?? ''})`;
  };
  const free = formatBytes(state.diskFree);
  const share = formatPercent(state.diskFree / state.diskBytes);
  const rows = [
    { what: t`Database`, stands: formatBytes(state.databaseBytes) },
    {
      what: t`Connections to the database server`,
      stands: t`${formatCount(state.connections)} of ${formatCount(state.mostConnections)}`,
    },
    { what: t`Free on the disk`, stands: `${free} (${share})` },
    { what: t`Log archived`, stands: instant(state.archivedAt) },
    { what: t`Last backup`, stands: maker() },
    { what: t`Its trial restore`, stands: trial() },
    {
      what: t`Research release`,
      stands:
        state.release === null ? t`none` : `${state.release} (${instant(state.releaseBuiltAt)})`,
    },
    { what: t`Version`, stands: state.version },
    { what: t`Running since`, stands: instant(state.startedAt) },
  ];
  return (
    <Panel title={t`As it stands`} flush>
      <SimpleTable
        label={t`As it stands`}
        rows={rows}
        rowKey={({ what }) => what}
        columns={[
          { header: t`What`, cell: ({ what }) => what },
          { header: t`How it stands`, cell: ({ stands }) => stands },
        ]}
      />
    </Panel>
  );
}
