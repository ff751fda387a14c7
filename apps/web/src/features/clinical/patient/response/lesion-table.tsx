/** Every measurement of every lesion. */
import { useLingui } from '@lingui/react/macro';
import { Panel } from '../../../../design/page.tsx';
import { SimpleTable } from '../../../../design/table/simple-table.tsx';
import { formatPartialDate } from '../../../../format/date.ts';
import { TermWords } from '../term.tsx';
import type { Lesion } from './data.ts';
import { roleWords, stateWords } from './words.ts';

export function LesionTable({ lesions }: { lesions: readonly Lesion[] }) {
  const { t, i18n } = useLingui();
  return (
    <Panel title={t`Measurements of lesions`} flush>
      <SimpleTable
        label={t`Measurements of lesions`}
        rows={lesions}
        rowKey={({ id }) => id}
        maxHeight={420}
        columns={[
          { header: t`Date`, cell: (l) => formatPartialDate(l.date), nowrap: true },
          { header: t`Lesion`, cell: (l) => l.lesion, nowrap: true },
          { header: t`Kind`, cell: (l) => i18n._(roleWords[l.role]), nowrap: true },
          {
            header: t`Organ`,
            cell: (l) => (l.organ ? <TermWords term={l.organ} /> : l.node ? t`lymph node` : null),
          },
          { header: t`mm`, cell: (l) => l.millimetres, align: 'right' },
          { header: t`Seen`, cell: (l) => i18n._(stateWords[l.state]) },
          {
            header: t`Method`,
            cell: (l) =>
              [l.modality, l.sliceMillimetres && t`slices ${l.sliceMillimetres} mm`]
                .filter(Boolean)
                .join(' · ') || null,
          },
          {
            header: t`Series`,
            cell: (l) => l.seriesUid ?? l.studyUid ?? null,
          },
          { header: t`Measured by`, cell: (l) => l.measuredBy ?? l.enteredBy ?? null },
          { header: t`Note`, cell: (l) => l.note },
        ]}
      />
    </Panel>
  );
}
