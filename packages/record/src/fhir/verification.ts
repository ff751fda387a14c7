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

/** Before a diagnosis in English. */
const LED = /^\s*(?:suspected|suspicion of|possible|rule out|r\/o)\b/i;
/** Of one part of a diagnosis; `??` is what a broken character set leaves. */
const MARKED =
  /^(?:疑似|可疑|疑诊|拟诊)|(?:待排除?|待查|[不未]除外|不能除外|不能排除|(?<=[\p{L}\p{N})]\s*)\?)$/u;
const MARK_ALONE = /^(?:疑似|可疑|疑诊|拟诊|待排除?|待查|[不未]除外|不能除外|不能排除|\?)$/u;
const TUMOUR = /癌|瘤|白血病|恶性/u;
const SPREAD = /转移|复发|侵犯|累及/u;
const BETWEEN = /[,;、。:()[\]]+|(?<=\p{Script=Han})\s+|\s+(?=[\p{Script=Han}?])/u;

/** Parts of a diagnosis, a mark that stands alone (`肺癌（待排）`) put to the part before it. */
const partsOf = (words: string): string[] => {
  const parts: string[] = [];
  for (const part of words.split(BETWEEN).map((one) => one.trim())) {
    if (part === '') continue;
    const before = MARK_ALONE.test(part) ? parts.pop() : undefined;
    parts.push(`${before ?? ''}${part}`);
  }
  return parts;
};

/**
 * Whether words name a suspicion: `肺癌？`, `肺占位，肺癌待排`, `Suspected lung cancer`. A suspicion of its spread (`左肺癌，脑转移待排`)
 * or of something beside it (`咳嗽待查，肺癌`) leaves the tumour as it is.
 */
export const namesSuspicion = (words: string): boolean => {
  const said = words.normalize('NFKC');
  if (LED.test(said)) return true;
  const parts = partsOf(said).filter((part) => !SPREAD.test(part));
  const tumours = parts.filter((part) => TUMOUR.test(part));
  const about = tumours.length > 0 ? tumours : parts;
  return about.length > 0 && about.every((part) => MARKED.test(part));
};

const isSuspected = ({ code }: Condition): boolean =>
  [code?.text, ...(code?.coding ?? []).map(({ display }) => display)].some(
    (words) => words !== undefined && namesSuspicion(words),
  );
