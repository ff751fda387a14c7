/** The facts that a board needs, in blocks as wide as the screen allows. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useCodeWords } from '../../../design/code-words.ts';
import { trendWords } from '../../../design/words.ts';
import { formatDay, formatPartialDate } from '../../../format/date.ts';
import { formatQuantity } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import { Attention } from '../patient/attention.tsx';
import type { Patient } from '../patient/data.ts';
import { latestMarkers, latestReports } from './wall.ts';
import { Block, Item, Nothing } from './wall-parts.tsx';
import { WallResponse } from './wall-response.tsx';
import { WallTreatment } from './wall-treatment.tsx';
import { WallTumours } from './wall-tumours.tsx';

/** Reports that there is room for. */
const FEW = 2;

export function WallFacts({ patient, tumourId }: { patient: Patient; tumourId: string | null }) {
  return (
    <>
      <Attention patient={patient} />
      <Box
        sx={{
          mb: 2,
          columnGap: 1.5,
          columnCount: { xs: 1, md: 2 },
          '& > section': { breakInside: 'avoid', mb: 1.5 },
          '@media print': { columnCount: 2 },
        }}
      >
        <WallTumours patient={patient} tumourId={tumourId} />
        <Pathology patient={patient} />
        <Imaging patient={patient} />
        <Condition patient={patient} />
        <WallTreatment patient={patient} />
      </Box>
    </>
  );
}

function Pathology({ patient }: { patient: Patient }) {
  const { t } = useLingui();
  const label = useLabel();
  const code = useCodeWords();
  const reports = latestReports(patient.pathologyReports, FEW);
  const markers = latestMarkers(patient.biomarkers);
  return (
    <Block title={t`Pathology and biomarkers`}>
      {reports.length + markers.length === 0 && <Nothing />}
      {reports.map(({ id, what, date, conclusion }) => (
        <Item key={id} date={formatPartialDate(date)} what={label(what.label)}>
          {conclusion}
        </Item>
      ))}
      {markers.map(({ id, what, date, result, amount, finding, findingLabel }) => (
        <Item key={id} date={formatPartialDate(date)} what={label(what.label)} strong>
          {[
            findingLabel ? label(findingLabel) : finding ? code('finding', finding) : '',
            result ? label(result.label) : '',
            amount ? formatQuantity(amount) : '',
          ]
            .filter((words, i, all) => words !== '' && all.indexOf(words) === i)
            .join(' · ')}
        </Item>
      ))}
    </Block>
  );
}

function Imaging({ patient }: { patient: Patient }) {
  const { t } = useLingui();
  const label = useLabel();
  const reports = latestReports(patient.imagingReports, FEW);
  return (
    <Block title={t`Imaging and response`}>
      <WallResponse patientId={patient.id} />
      {reports.length === 0 && <Nothing />}
      {reports.map(({ id, what, date, conclusion }) => (
        <Item key={id} date={formatPartialDate(date)} what={label(what.label)}>
          {conclusion}
        </Item>
      ))}
    </Block>
  );
}

function Condition({ patient }: { patient: Patient }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const code = useCodeWords();
  const performance = patient.performance.at(-1);
  const disease = patient.diseaseStatuses.at(-1);
  const others = patient.comorbidities.filter(({ abatedOn }) => abatedOn === null);
  return (
    <Block title={t`Condition of the patient`}>
      <Item date={performance ? formatDay(performance.at) : ''} what={t`Performance status`} strong>
        {performance
          ? `${performance.scale} ${performance.score} · ${label(performance.label)}`
          : '—'}
      </Item>
      <Item date={disease ? formatPartialDate(disease.date) : ''} what={t`Disease status`}>
        {disease ? i18n._(trendWords[disease.trend]) : '—'}
      </Item>
      {others.length === 0 ? (
        <Item date="" what={t`Comorbidity`}>
          <Trans>none is recorded</Trans>
        </Item>
      ) : (
        others.map(({ id, what, onsetOn, clinicalStatus }) => (
          <Item key={id} date={onsetOn ? formatPartialDate(onsetOn) : ''} what={t`Comorbidity`}>
            {what ? label(what.label) : '—'} · {code('condition', clinicalStatus)}
          </Item>
        ))
      )}
    </Block>
  );
}
