import type { CodeableConcept, Condition } from '@medplum/fhirtypes';
import type { PartialDate } from '@nodp/record';
import {
  claims,
  codeIn,
  codings,
  ICD_O_3,
  mcode,
  type Place,
  SNOMED,
  sentWords,
} from '@nodp/record/fhir';
import { type Behaviour, parseMorphology } from '@nodp/terminology';
import { icd10Behaviour, isBenignNervousSystem, parseIcd10 } from '@nodp/terminology/icd-10';
import { isHistology } from '@nodp/terminology/morphology';
import {
  type CancerCondition,
  cancerCondition,
  morphologyOfSnomed,
} from '@nodp/terminology/snomed';

/** ICD-10 and its national editions, as they are named: China's are GB/T 14396, the clinical and the insurance edition. */
export const ICD_10 =
  /icd[-_ ]?10|2\.16\.840\.1\.113883\.6\.(3|90)$|2\.16\.156\.10011\.2\.3|GB\/?T[-_ ]?14396|国家临床版|医保版|疾病分类|\bnhsa\.gov\.cn/i;

/** China's extended codes look like those of no other system, under whatever name they come: `C34.900x001`. */
const EXTENDED = /^[CD]\d\d\.\d{3}x\d{3}$/i;

const icd10Of = (concept: CodeableConcept | undefined): string | null => {
  for (const { system = '', code } of codings(concept)) {
    const found = ICD_10.test(system) || EXTENDED.test(code) ? parseIcd10(code) : null;
    if (found !== null) return found.code;
  }
  return null;
};

/** China's editions of ICD-10 list morphologies beside the diseases: `M81400/3`. */
const hasMorphology = (system: string | undefined, code: string): boolean =>
  system === ICD_O_3 || (ICD_10.test(system ?? '') && /^M.*\/\d$/i.test(code));

export const histologyOf = (condition: Condition): string | null => {
  const concept = mcode(condition, 'histology-morphology-behavior')?.valueCodeableConcept;
  // A code of ICD-O-3 may be one of topography: each is tried.
  for (const { system, code } of [...codings(concept), ...codings(condition.code)]) {
    const direct = hasMorphology(system, code) ? parseMorphology(code) : null;
    if (direct !== null) return direct.code;
  }
  const snomed = codeIn(concept, SNOMED)?.code;
  return snomed === undefined ? null : morphologyOfSnomed(snomed);
};

/** A histology that is said, and that no code of the terminology says: in the sender's words. */
export const unknownHistologyOf = (condition: Condition): string | null => {
  const concept = mcode(condition, 'histology-morphology-behavior')?.valueCodeableConcept;
  const known = histologyOf(condition);
  return known !== null && isHistology(known.slice(0, 4)) ? null : sentWords(concept);
};

export interface Neoplasm {
  readonly known: CancerCondition | null;
  readonly icd10: string | null;
  readonly behaviour: Behaviour | null;
}

/**
 * What the codes say of a neoplasm; null when they name none that is malignant, in situ or uncertain, or benign of the
 * central nervous system.
 */
export const neoplasmOf = (condition: Condition): Neoplasm | null => {
  const snomed = codings(condition.code).find((c) => c.system === SNOMED)?.code;
  const known = snomed === undefined ? null : cancerCondition(snomed);
  const icd10 = icd10Of(condition.code);
  const behaviour = icd10 === null ? null : icd10Behaviour(icd10);
  if (known !== null) return known.kind === 'suspected' ? null : { known, icd10, behaviour };
  if (icd10 !== null && behaviour !== null && (behaviour !== '0' || isBenignNervousSystem(icd10)))
    return { known: null, icd10, behaviour };
  const histology = histologyOf(condition);
  if (
    claims(condition, 'primary-cancer-condition', 'secondary-cancer-condition') ||
    (histology !== null && !histology.endsWith('/0'))
  ) {
    return { known: null, icd10, behaviour: null };
  }
  return null;
};

export const clinicalStatus = (condition: Condition): string | null =>
  codings(condition.clinicalStatus)[0]?.code ?? null;

/** When it began; of an age or a range only what it says of a date. */
export const onsetOf = (condition: Condition, place: Place): PartialDate | null => {
  if (condition.onsetDateTime !== undefined)
    return place.date(condition.onsetDateTime, 'onsetDateTime');
  return place.date(condition.onsetPeriod?.start, 'onsetPeriod.start');
};

/** Whether a code names a cancer: for what is given or done because of it. */
export const namesCancer = (concept: CodeableConcept | undefined): boolean =>
  concept !== undefined &&
  neoplasmOf({ resourceType: 'Condition', subject: {}, code: concept } as Condition) !== null;
