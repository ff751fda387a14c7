/** Diagnosis and stage of each tumour, with every stage and category recorded. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useCodeWords } from '../../../design/code-words.ts';
import { Empty } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatPartialDate } from '../../../format/date.ts';
import { useLabel } from '../../../i18n/label.ts';
import type { Patient, Tumour } from './data.ts';
import { setAsideWords } from './stage-at-diagnosis.tsx';
import { StageChecks } from './stage-checks.tsx';
import { differingGroups, inOrder } from './stages.ts';
import { TermWords } from './term.tsx';
import { DiseaseCard } from './tumour-card.tsx';
import { diseasesOf } from './tumours.ts';

export function DiagnosisSection({ patient }: { patient: Patient }) {
  if (patient.tumours.length === 0) {
    return (
      <Empty>
        <Trans>No tumour is recorded</Trans>
      </Empty>
    );
  }
  const diseases = diseasesOf(patient.tumours);
  return diseases.map((disease, i) => (
    <DiseaseCard
      key={disease.primary?.id ?? 'unknown'}
      disease={disease}
      at={i + 1}
      of={diseases.length}
    >
      {disease.primary && (
        <>
          <Stages tumour={disease.primary} />
          {disease.primary.stageChecks && <StageChecks checks={disease.primary.stageChecks} />}
        </>
      )}
    </DiseaseCard>
  ));
}

function Stages({ tumour }: { tumour: Tumour }) {
  const { i18n, t } = useLingui();
  const code = useCodeWords();
  const label = useLabel();
  const { report, setAside } = tumour.stageAtDiagnosis;
  const notUsed = new Map(setAside.map(({ stageId, because }) => [stageId, because]));
  /** What the rule of the stage at diagnosis made of a recorded stage. */
  const use = (id: string) => {
    if (id === report?.id) return t`Stage at diagnosis`;
    const because = notUsed.get(id);
    return because ? i18n._(setAsideWords[because]) : '—';
  };
  const differing = differingGroups(tumour.stages);
  if (tumour.stages.length === 0) {
    return (
      <Box component="p" sx={{ color: 'text.secondary', mb: 0 }}>
        <Trans>No stage is recorded</Trans>
      </Box>
    );
  }
  return (
    <Box sx={{ mt: 1.5, mx: -2, borderTop: '1px solid', borderColor: 'divider' }}>
      {differing.map(({ classification, values }) => (
        <Alert key={classification} severity="warning" square>
          <Trans>
            {code('classification', classification)}: stage groups recorded differ (
            {values.join(', ')}). Both are shown as recorded.
          </Trans>
        </Alert>
      ))}
      <SimpleTable
        label={t`Stages recorded`}
        rows={inOrder(tumour.stages)}
        rowKey={(stage) => stage.id}
        columns={[
          { header: t`Category`, cell: (s) => code('axis', s.axis) },
          { header: t`Value`, cell: (s) => <strong>{s.value}</strong>, nowrap: true },
          { header: t`Assessment`, cell: (s) => code('classification', s.classification) },
          { header: t`System`, cell: (s) => s.system ?? '—', nowrap: true },
          { header: t`Date`, cell: (s) => formatPartialDate(s.date), nowrap: true },
          { header: t`As sent`, cell: (s) => s.asSent && <TermWords term={s.asSent} code /> },
          { header: t`Submitted by`, cell: (s) => label(s.institution.name) },
          { header: t`Use`, cell: (s) => use(s.id) },
        ]}
      />
    </Box>
  );
}
