/** The stage at diagnosis as the platform's rule decided it, from which report, and why that one. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useCodeWords } from '../../../design/code-words.ts';
import { formatPartialDate } from '../../../format/date.ts';
import type {
  SetAsideReason,
  StageMissing,
  StageReason,
} from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import type { Tumour } from './data.ts';

const why: Record<StageReason, MessageDescriptor> = {
  ONLY_ONE: msg`the only stage known`,
  STAGE_GROUP_FIRST: msg`a stage group before other staging systems`,
  PREFERRED_SYSTEM: msg`the preferred staging system of those recorded`,
  PATHOLOGICAL_FIRST: msg`pathological before clinical`,
  CLINICAL_FIRST: msg`clinical before one of which it is not said`,
  OF_THIS_TUMOUR_FIRST: msg`said of this tumour before said of none`,
  DATED_FIRST: msg`dated before undated`,
  EARLIEST: msg`the earliest`,
  UNDECIDED: msg`several differ and no rule decides between them: please review`,
};

const missing: Record<StageMissing, MessageDescriptor> = {
  NO_STAGE: msg`no stage is recorded`,
  NO_KNOWN_STAGE: msg`what is recorded says that the stage is unknown`,
  NONE_AT_DIAGNOSIS: msg`what is recorded is of after treatment, recurrence or autopsy`,
  TUMOUR_NOT_NAMED: msg`some stages do not say which of the patient’s tumours they are of`,
};

export const setAsideWords: Record<SetAsideReason, MessageDescriptor> = {
  AFTER_TREATMENT: msg`Not at diagnosis: after treatment`,
  RECURRENCE: msg`Not at diagnosis: recurrence`,
  AUTOPSY: msg`Not at diagnosis: autopsy`,
  OTHER_CLASSIFICATION: msg`Not used: assessment not known`,
  UNKNOWN_VALUE: msg`Not used: no known stage`,
};

export function StageAtDiagnosis({ stage }: { stage: Tumour['stageAtDiagnosis'] }) {
  const { i18n, t } = useLingui();
  const label = useLabel();
  const code = useCodeWords();
  const { group, axis, classification, report } = stage;
  const reasons = [
    ...stage.why.map((reason) => i18n._(why[reason])),
    ...stage.missing.map((reason) => i18n._(missing[reason])),
  ].join(t({ message: '; ', comment: 'Between the reasons for a stage' }));
  const from = [
    report?.system ?? (axis === 'group' ? null : axis),
    classification && code('classification', classification),
    report?.date && formatPartialDate(report.date),
    report && label(report.institution.name),
  ].filter(Boolean);
  return (
    <>
      <strong>{group ?? '—'}</strong>
      {from.length > 0 && ` · ${from.join(' · ')}`}
      {reasons !== '' && (
        <Box component="span" sx={{ display: 'block', color: 'text.secondary' }}>
          {reasons}
        </Box>
      )}
    </>
  );
}
