import type { Condition } from '@medplum/fhirtypes';
import { codings } from './codes.ts';

/**
 * FHIR's own code of a Condition's verification status; where it is not said, what the additional sign of a code of
 * Germany's ICD-10-GM or the diagnosis in the sender's words says of it; null where nothing does. Beside it may stand a
 * code of another list (oBDS's Diagnosesicherung), which says nothing of whether the diagnosis stands.
 */
export const verificationOf = (condition: Condition): string | null =>
  codings(condition.verificationStatus).find(
    ({ system }) => system === undefined || system.endsWith('condition-ver-status'),
  )?.code ??
  certaintyOf(condition) ??
  (isSuspected(condition) ? 'provisional' : null);

/** Zusatzkennzeichen of ICD-10-GM: A ruled out, V suspected; G (assured) and Z (state after) name a diagnosis that stands. */
const CERTAINTY: Readonly<Record<string, string>> = { A: 'refuted', V: 'provisional' };

const certaintyOf = ({ code }: Condition): string | null => {
  const sign = code?.coding
    ?.flatMap(({ extension }) => extension ?? [])
    .find(({ url }) => url.endsWith('icd-10-gm-diagnosesicherheit'))?.valueCoding?.code;
  return (sign === undefined ? undefined : CERTAINTY[sign.toUpperCase()]) ?? null;
};

/** `肺癌？`, `肺癌待排`, `疑似肺癌`, `Suspected lung cancer`; `??` is what a broken character set leaves. */
const SUSPECTED =
  /^\s*(?:疑似|可疑|疑诊|拟诊)|待排|待查|不除外|不能排除|[\p{L})]\s*\?\s*$|^\s*(?:suspected|suspicion of|possible|rule out|r\/o)\b/iu;

const isSuspected = ({ code }: Condition): boolean =>
  [code?.text, ...(code?.coding ?? []).map(({ display }) => display)].some(
    (words) => words !== undefined && SUSPECTED.test(words.normalize('NFKC')),
  );
