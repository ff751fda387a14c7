/** The response at each evaluation, with sums, changes and the rule that fired. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { Panel } from '../../../../design/page.tsx';
import { SimpleTable } from '../../../../design/table/simple-table.tsx';
import { formatPartialDate } from '../../../../format/date.ts';
import { useLabel } from '../../../../i18n/label.ts';
import type { Patient } from '../data.ts';
import type { Assessment, Lesion } from './data.ts';
import { ImageLink } from './image-link.tsx';
import { studyOfDay } from './shown-on.ts';

/** `+12.5`, `−30`: a change with its sign. */
const signed = (value: number | null | undefined): string | null =>
  value == null ? null : `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value)}`;

/** `−7.9 %, −5.2 mm`: progression asks for both. */
const fromNadir = ({
  changeFromNadir,
  changeFromNadirMillimetres,
}: Assessment['timepoints'][number]): string | null => {
  const [share, length] = [signed(changeFromNadir), signed(changeFromNadirMillimetres)];
  return [share && `${share} %`, length && `${length} mm`].filter(Boolean).join(', ') || null;
};

type Props = {
  patient: Patient;
  lesions: readonly Lesion[];
  assessment: Assessment;
  name: string;
};

export function Evaluations({ patient, lesions, assessment, name }: Props) {
  const { t } = useLingui();
  const label = useLabel();
  return (
    <Panel title={t`Evaluations`} flush>
      <SimpleTable
        label={t`Evaluations: ${name}`}
        rows={assessment.timepoints}
        stacks
        rowKey={({ date }) => date}
        columns={[
          {
            header: t`Date`,
            nowrap: true,
            cell: (p) => {
              const study = studyOfDay(patient.imagingStudies, lesions, p.date);
              const day = formatPartialDate(p.date);
              return study === null ? (
                day
              ) : (
                <ImageLink patientId={patient.id} study={study} label={t`Images of ${day}`}>
                  {day}
                </ImageLink>
              );
            },
          },
          { header: t`Response`, cell: (p) => <strong>{p.overall}</strong>, nowrap: true },
          {
            header: 'iRECIST',
            cell: (p) => p.immune && <strong>{p.immune.response}</strong>,
            nowrap: true,
          },
          {
            header: t`Rule that fired`,
            leastWidth: 200,
            cell: (p) => (
              <>
                {label(p.rule)}
                <Box
                  component="span"
                  sx={{ display: 'block', typography: 'caption', color: 'text.secondary' }}
                >
                  {label(p.why)}
                  {p.immune && ` ${t`iRECIST: ${label(p.immune.why)}`}`}
                </Box>
              </>
            ),
          },
          { header: t`Target`, cell: (p) => p.target, nowrap: true },
          { header: t`Non-target`, cell: (p) => p.nonTarget, nowrap: true },
          { header: t`Sum, mm`, cell: (p) => p.sum, align: 'right' },
          {
            header: t`From baseline, %`,
            cell: (p) => signed(p.changeFromBaseline),
            align: 'right',
          },
          {
            header: t`Nadir before, mm`,
            cell: (p) => (p.target ? p.nadir : null),
            align: 'right',
          },
          {
            header: t`From nadir`,
            cell: (p) => fromNadir(p),
            align: 'right',
            nowrap: true,
          },
          {
            header: t`Progression dated back to`,
            cell: (p) => p.progressedOn && formatPartialDate(p.progressedOn),
            nowrap: true,
          },
        ]}
      />
    </Panel>
  );
}
