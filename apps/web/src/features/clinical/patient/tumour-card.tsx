/** One tumour: where it is, what it is, how far it went. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { GRADES, LATERALITIES, type Term } from '@nodp/terminology';
import type { ReactNode } from 'react';
import { useCodeWords } from '../../../design/code-words.ts';
import { SiteName, StageTag } from '../../../design/marks.tsx';
import { Facts, Panel } from '../../../design/page.tsx';
import { tumourKindWords } from '../../../design/words.ts';
import { formatPartialDate } from '../../../format/date.ts';
import { useLabel } from '../../../i18n/label.ts';
import type { Tumour } from './data.ts';
import { Metastases } from './metastases.tsx';
import { StageAtDiagnosis } from './stage-at-diagnosis.tsx';
import { TermWords } from './term.tsx';
import type { Disease } from './tumours.ts';

const grades: ReadonlyMap<string, Term> = GRADES;
const sides: ReadonlyMap<string, Term> = LATERALITIES;

/** A tumour's site and stage in a line. */
function TumourTitle({ tumour }: { tumour: Tumour }) {
  return (
    <Stack
      direction="row"
      component="span"
      sx={{ gap: 1, alignItems: 'baseline', flexWrap: 'wrap' }}
    >
      {tumour.siteGroup ? (
        <SiteName site={tumour.siteGroup} label={tumour.siteLabel} />
      ) : (
        <TermWords term={tumour.asSent} />
      )}
      <StageTag stage={tumour.broadStage} group={tumour.stageGroup} />
    </Stack>
  );
}

/** A primary with what is said of it and its metastases; those of no known primary by themselves. */
export function DiseaseCard({
  disease: { primary, others, metastases },
  at,
  of,
  children,
}: {
  disease: Disease<Tumour>;
  /** Which of the patient's diseases it is, from 1, and how many there are: two reports of one may read alike. */
  at: number;
  of: number;
  children?: ReactNode;
}) {
  const { t } = useLingui();
  if (primary === null) {
    return (
      <Panel title={t`Metastases`} detail={t`of which primary is not recorded`} flush>
        <Metastases metastases={metastases} />
      </Panel>
    );
  }
  return (
    <TumourCard tumour={primary} others={others} place={of > 1 ? t`Tumour ${at} of ${of}` : null}>
      {metastases.length > 0 && (
        <Box sx={{ mt: 1.5, mx: -2, borderTop: '1px solid', borderColor: 'divider' }}>
          <Metastases metastases={metastases} />
        </Box>
      )}
      {children ?? <Box sx={{ mb: metastases.length > 0 ? -1.75 : 0 }} />}
    </TumourCard>
  );
}

function TumourCard({
  tumour,
  others,
  place,
  children,
}: {
  tumour: Tumour;
  /** What other hospitals report of the same primary. */
  others: readonly Tumour[];
  place: string | null;
  children?: ReactNode;
}) {
  const { i18n, t } = useLingui();
  const label = useLabel();
  const code = useCodeWords();
  /** A term of the terminology; as sent where it is none. */
  const inWords = (terms: ReadonlyMap<string, Term>, sent: string | null) => {
    const term = terms.get(sent ?? '');
    return term ? label(term.label) : (sent ?? '—');
  };
  return (
    <Panel
      title={<TumourTitle tumour={tumour} />}
      name={
        place === null ? undefined : `${place}: ${label(tumour.siteLabel ?? tumour.asSent.label)}`
      }
      detail={`${i18n._(tumourKindWords[tumour.kind])} · ${formatPartialDate(tumour.diagnosedOn)}`}
    >
      <Facts
        facts={[
          { name: t`Topography (ICD-O-3)`, value: <TermWords term={tumour.topography} code /> },
          { name: t`Morphology (ICD-O-3)`, value: <TermWords term={tumour.morphology} code /> },
          { name: t`ICD-10`, value: <TermWords term={tumour.icd10} code /> },
          {
            name: t`Stage at diagnosis`,
            value: <StageAtDiagnosis stage={tumour.stageAtDiagnosis} />,
          },
          { name: t`TNM`, value: tumour.stageAtDiagnosis.tnm || '—' },
          { name: t`Grade`, value: inWords(grades, tumour.grade) },
          { name: t`Laterality`, value: inWords(sides, tumour.laterality) },
          {
            name: t`Basis of diagnosis`,
            value: <TermWords term={tumour.basisOfDiagnosis} code />,
          },
          { name: t`How found`, value: <TermWords term={tumour.modeOfDetection} /> },
          { name: t`Clinical status`, value: code('condition', tumour.clinicalStatus) },
          { name: t`As sent`, value: <TermWords term={tumour.asSent} code /> },
          { name: t`Submitted by`, value: label(tumour.institution.name) },
        ]}
      />
      {others.map((other) => (
        <OtherReport key={other.id} report={other} />
      ))}
      {children}
    </Panel>
  );
}

/** What a further report of the same primary says of it; its stages are among the primary's. */
function OtherReport({ report }: { report: Tumour }) {
  const { t } = useLingui();
  const label = useLabel();
  return (
    <Box sx={{ mt: 1.25 }}>
      <Facts
        facts={[
          { name: t`Also reported by`, value: label(report.institution.name) },
          { name: t`Date`, value: formatPartialDate(report.diagnosedOn) },
          { name: t`Topography (ICD-O-3)`, value: <TermWords term={report.topography} code /> },
          { name: t`Morphology (ICD-O-3)`, value: <TermWords term={report.morphology} code /> },
          { name: t`Basis of diagnosis`, value: <TermWords term={report.basisOfDiagnosis} code /> },
          { name: t`As sent`, value: <TermWords term={report.asSent} code /> },
        ]}
      />
    </Box>
  );
}
