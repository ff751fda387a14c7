/** Lesion × date: what each counts in the sum, or what was seen of it. */
import { useLingui } from '@lingui/react/macro';
import { Panel } from '../../../../design/page.tsx';
import { SimpleTable } from '../../../../design/table/simple-table.tsx';
import { formatPartialDate } from '../../../../format/date.ts';
import { useLabel } from '../../../../i18n/label.ts';
import type { Assessment } from './data.ts';
import { roleWords, stateWords } from './words.ts';

export function LesionsByDay({ assessment, name }: { assessment: Assessment; name: string }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const { baseline, baselineSum, timepoints, lesions } = assessment;
  const dates = [baseline, ...timepoints.map(({ date }) => date)];
  const sums = [baselineSum, ...timepoints.map(({ sum }) => sum)];
  const rows = [
    ...lesions.map((one) => ({
      key: one.lesion,
      lesion: one.lesion,
      role: i18n._(roleWords[one.role]),
      organ: one.organ ? label(one.organ) : one.node ? t`lymph node` : null,
      cells: one.marks.map((mark) => {
        if (!mark) return null;
        const counts = mark.state === 'MEASURED' && mark.millimetres != null;
        return counts ? mark.millimetres : i18n._(stateWords[mark.state]);
      }),
    })),
    ...(baselineSum == null
      ? []
      : [{ key: '', lesion: t`Sum of targets`, role: '', organ: null, cells: sums }]),
  ];
  return (
    <Panel title={t`Lesions by date, mm`} flush>
      <SimpleTable
        label={t`Lesions by date: ${name}`}
        rows={rows}
        stacks
        rowKey={({ key }) => key}
        columns={[
          {
            header: t`Lesion`,
            nowrap: true,
            cell: (r) => (r.key === '' ? <strong>{r.lesion}</strong> : r.lesion),
          },
          { header: t`Kind`, cell: (r) => r.role, nowrap: true },
          { header: t`Organ`, cell: (r) => r.organ, leastWidth: 90 },
          ...dates.map((date, index) => ({
            header: index === 0 ? t`Baseline ${formatPartialDate(date)}` : formatPartialDate(date),
            align: 'right' as const,
            cell: (r: (typeof rows)[number]) => r.cells[index] ?? '–',
          })),
        ]}
      />
    </Panel>
  );
}
