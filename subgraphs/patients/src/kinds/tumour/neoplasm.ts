import type { CodeableConcept, Condition } from '@medplum/fhirtypes';
import type { PartialDate } from '@nodp/record';
import {
  claims,
  codeIn,
  codings,
  ICD_O_3,
  type KnownCoding,
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
import {
  isTumourWithMorphology,
  type WrittenTogether,
  writtenTogether,
} from '@nodp/terminology/written-together';

/** ICD-10 and its national editions, as they are named: China's are GB/T 14396, the clinical and the insurance edition. */
export const ICD_10 =
  /icd[-_ ]?10|2\.16\.840\.1\.113883\.6\.(3|90)$|2\.16\.156\.10011\.2\.3|GB\/?T[-_ ]?14396|国家临床版|医保版|疾病分类|\bnhsa\.gov\.cn/i;

/** China's extended codes look like those of no other system, under whatever name they come: `C34.900x001`, `C61.x00x001`. */
const EXTENDED = /^[CD]\d\d\.[\dx]\d{2}x\d{3}$/i;
/** As do the morphologies that its editions list beside the diseases: `M81400/3`. */
const LISTED_MORPHOLOGY = /^M\d{4,5}(?:x\d+)?\/\d(?:x\d+)?$/i;

const isIcd10 = ({ system = '', code }: KnownCoding): boolean =>
  ICD_10.test(system) || EXTENDED.test(code) || isTumourWithMorphology(code);

/** What the codes of ICD-10 say: most say one disease, and some several with a morphology. */
const writtenIn = (concept: CodeableConcept | undefined): WrittenTogether[] =>
  codings(concept).flatMap((coding) => {
    if (!isIcd10(coding)) return [];
    const one = parseIcd10(coding.code);
    return one === null
      ? [writtenTogether(coding.code)]
      : [{ diseases: [one.code], morphologies: [], notRead: [] }];
  });

/** The code of a neoplasm before that of the visit that it was seen at (Z51.1). */
const icd10Of = (concept: CodeableConcept | undefined): string | null => {
  const codes = writtenIn(concept).flatMap(({ diseases }) => diseases);
  return codes.find((code) => icd10Behaviour(code) !== null) ?? codes[0] ?? null;
};

/** What was written under ICD-10 beside the tumour that is read: more tumours, and what is no code. */
export const notReadOf = (condition: Condition): string[] => {
  const written = writtenIn(condition.code);
  const first = icd10Of(condition.code);
  const tumours = written
    .flatMap(({ diseases }) => diseases)
    .filter((code) => icd10Behaviour(code) !== null && code.slice(0, 3) !== first?.slice(0, 3));
  return [...new Set([...tumours, ...written.flatMap(({ notRead }) => notRead)])];
};

const morphologiesIn = (concept: CodeableConcept | undefined, asked: boolean): string[] =>
  codings(concept).flatMap((coding) => {
    const { system, code } = coding;
    // Where the histology is asked for, a code with its behaviour is one in whatever system.
    if (system === ICD_O_3 || LISTED_MORPHOLOGY.test(code) || (asked && /\/\d/.test(code))) {
      const direct = parseMorphology(code);
      if (direct !== null) return [direct.code];
    }
    return isIcd10(coding) || system === ICD_O_3 || asked ? writtenTogether(code).morphologies : [];
  });

export const histologyOf = (condition: Condition): string | null => {
  const concept = mcode(condition, 'histology-morphology-behavior')?.valueCodeableConcept;
  // A code of ICD-O-3 may be one of topography: each is tried.
  const direct =
    morphologiesIn(concept, true)[0] ??
    morphologiesIn(condition.code, false)[0] ??
    (concept?.text === undefined ? undefined : writtenTogether(concept.text).morphologies[0]);
  if (direct !== undefined) return direct;
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
