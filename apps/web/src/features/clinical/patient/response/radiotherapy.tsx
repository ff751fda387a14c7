/** Volumes of each course of radiotherapy, with the dose each was given. */
import { useLingui } from '@lingui/react/macro';
import { useCodeWords } from '../../../../design/code-words.ts';
import { Panel } from '../../../../design/page.tsx';
import { SimpleTable } from '../../../../design/table/simple-table.tsx';
import { formatPartialDate } from '../../../../format/date.ts';
import { useLabel } from '../../../../i18n/label.ts';
import { TermWords } from '../term.tsx';
import type { Volume } from './data.ts';

export function RadiotherapyTable({ volumes }: { volumes: readonly Volume[] }) {
  const { t } = useLingui();
  const label = useLabel();
  const code = useCodeWords();
  const of = (
    done: number | null | undefined,
    planned: number | null | undefined,
  ): string | null =>
    done == null && planned == null
      ? null
      : planned == null
        ? `${done}`
        : `${done ?? '?'} / ${planned}`;
  return (
    <Panel title={t`Radiotherapy`} flush>
      <SimpleTable
        label={t`Radiotherapy`}
        rows={volumes}
        stacks
        rowKey={({ id }) => id}
        columns={[
          { header: t`From`, cell: (v) => formatPartialDate(v.startedOn), nowrap: true },
          { header: t`To`, cell: (v) => formatPartialDate(v.endedOn), nowrap: true },
          {
            header: t`Volume`,
            cell: (v) =>
              [v.label, v.volumeType && label(v.volumeType.label)].filter(Boolean).join(' · ') ||
              null,
          },
          { header: t`Site`, cell: (v) => v.site && <TermWords term={v.site} /> },
          {
            header: t`Gy given / planned`,
            cell: (v) => of(v.deliveredGray, v.plannedGray),
            align: 'right',
          },
          {
            header: t`Fractions given / planned`,
            cell: (v) => of(v.fractionsDelivered, v.fractionsPlanned),
            align: 'right',
          },
          { header: t`Fractions a day`, cell: (v) => v.fractionsPerDay, align: 'right' },
          {
            header: t`Interrupted`,
            cell: (v) =>
              v.interruptions.length === 0
                ? null
                : v.interruptions
                    .map(({ from, to, reason }) =>
                      [`${from} – ${to}`, reason].filter(Boolean).join(': '),
                    )
                    .join('; '),
          },
          { header: t`Lesions`, cell: (v) => v.lesions.join(', ') || null },
          { header: t`Status`, cell: (v) => code('status', v.status), nowrap: true },
          { header: t`Institution`, cell: (v) => label(v.institution.name) },
        ]}
      />
    </Panel>
  );
}
