/** Each tumour with its stage, what the stage check says of it, and its metastases. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { GRADES, LATERALITIES, type Term } from '@nodp/terminology';
import { useCodeWords } from '../../../design/code-words.ts';
import { SiteName, StageTag } from '../../../design/marks.tsx';
import { formatPartialDate } from '../../../format/date.ts';
import { useLabel } from '../../../i18n/label.ts';
import type { Patient, Tumour } from '../patient/data.ts';
import { tnmSpoken } from '../patient/stages.ts';
import { diseasesOf } from '../patient/tumours.ts';
import { Block, Item, Nothing } from './wall-parts.tsx';

const grades: ReadonlyMap<string, Term> = GRADES;
const sides: ReadonlyMap<string, Term> = LATERALITIES;

export function WallTumours({ patient, tumourId }: { patient: Patient; tumourId: string | null }) {
  const { t } = useLingui();
  const label = useLabel();
  // What is discussed comes first.
  const diseases = diseasesOf(patient.tumours).toSorted(
    (a, b) => Number(b.primary?.id === tumourId) - Number(a.primary?.id === tumourId),
  );
  return (
    <Block title={t`Tumour and stage`}>
      {diseases.length === 0 && <Nothing />}
      {diseases.map(({ primary, metastases }) => (
        <Box key={primary?.id ?? 'unknown'} sx={{ mb: 1 }}>
          {primary && <Primary tumour={primary} />}
          {metastases.map((one) => (
            <Item
              key={one.id}
              date={formatPartialDate(one.diagnosedOn)}
              what={t`Metastasis`}
              strong
            >
              {label(one.metastasis ?? one.asSent.label)}
            </Item>
          ))}
        </Box>
      ))}
    </Block>
  );
}

function Primary({ tumour }: { tumour: Tumour }) {
  const { t } = useLingui();
  const label = useLabel();
  const { morphology, topography, asSent, stageAtDiagnosis, grade, laterality } = tumour;
  const of = (terms: ReadonlyMap<string, Term>, sent: string | null) => {
    const term = terms.get(sent ?? '');
    return term ? label(term.label) : (sent ?? '');
  };
  const tnm = tnmSpoken(stageAtDiagnosis.tnm ?? '');
  return (
    <>
      <Box
        component="p"
        sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 1.25, alignItems: 'baseline' }}
      >
        {tumour.siteGroup ? (
          <SiteName site={tumour.siteGroup} label={tumour.siteLabel} />
        ) : (
          label(asSent.label)
        )}
        <StageTag stage={tumour.broadStage} group={tumour.stageGroup} />
        <strong>{tnm}</strong>
      </Box>
      <Item date={formatPartialDate(tumour.diagnosedOn)} what={t`Diagnosis`}>
        {[
          label((morphology ?? asSent).label),
          topography ? `${label(topography.label)} ${topography.code ?? ''}` : '',
          of(grades, grade),
          of(sides, laterality),
        ]
          .filter((words) => words.trim() !== '')
          .join(' · ')}
      </Item>
      <StageCheckLine tumour={tumour} />
    </>
  );
}

/** What the tables give, and what contradicts it; how they came to it is in the record. */
function StageCheckLine({ tumour }: { tumour: Tumour }) {
  const { t } = useLingui();
  const label = useLabel();
  const code = useCodeWords();
  const checks = tumour.stageChecks;
  if (checks == null)
    return (
      <Item date="" what={t`Stage check`}>
        <Trans>switched off by the clinical board</Trans>
      </Item>
    );
  if (checks.length === 0)
    return (
      <Item date="" what={t`Stage check`}>
        <Trans>nothing to check is recorded</Trans>
      </Item>
    );
  return checks.map(({ classification, sent, derived, possible, findings }) => (
    <Box key={classification ?? ''}>
      <Item
        date=""
        what={
          classification === null
            ? t`Stage check`
            : `${t`Stage check`}, ${code('classification', classification)}`
        }
      >
        {sent ? t`sent ${sent.value}` : t`no stage group sent`}
        {' · '}
        {derived
          ? t`by the table ${derived}`
          : possible.length > 0
            ? t`cannot be judged: ${possible.join(', ')} possible`
            : t`cannot be judged`}
      </Item>
      {findings.map((finding) => (
        <Alert key={finding.code} severity="warning" sx={{ my: 0.5, py: 0 }}>
          {label(finding.sentence)}
        </Alert>
      ))}
    </Box>
  ));
}
