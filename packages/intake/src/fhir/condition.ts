import type { CodeableConcept, Condition } from '@medplum/fhirtypes';
import type {
  ClinicalRecord,
  ComorbidityRecord,
  PartialDate,
  StageRecord,
  TumourRecord,
} from '@nodp/record';
import {
  claims,
  coded,
  codeIn,
  codings,
  ICD_O_3,
  mcode,
  nothing,
  type Place,
  SNOMED,
} from '@nodp/record/fhir';
import {
  type Behaviour,
  type Laterality,
  lateralityOfSnomed,
  parseMorphology,
  parseTopography,
  siteGroupOf,
} from '@nodp/terminology';
import { icd10Behaviour, icdOOfIcd10, parseIcd10 } from '@nodp/terminology/icd-10';
import { siteGroupOfMetastasis } from '@nodp/terminology/metastases';
import {
  bodySite,
  type CancerCondition,
  cancerCondition,
  looksLikeCancer,
  morphologyOfSnomed,
} from '@nodp/terminology/snomed';
import { stageOfConcept } from './stage.ts';

const ICD_10 = /icd-10|icd10|2\.16\.840\.1\.113883\.6\.(3|90)$|2\.16\.156\.10011\.2\.3/i;

const asTopography = (text: string | undefined): string | null => {
  const parsed = text === undefined ? null : parseTopography(text);
  return parsed === null ? null : parsed.subsite === null ? `${parsed.site}.9` : parsed.code;
};

const icd10Of = (concept: CodeableConcept | undefined): string | null => {
  const found = codings(concept).find((c) => ICD_10.test(c.system ?? ''));
  return found?.code === undefined ? null : (parseIcd10(found.code)?.code ?? null);
};

/** Where the bodySite says it is, with its side. */
const placeIn = (condition: Condition) => {
  for (const site of condition.bodySite ?? []) {
    const structure = codings(site).find((c) => c.system === SNOMED);
    const known = structure?.code === undefined ? null : bodySite(structure.code);
    const direct = asTopography(codings(site).find((c) => c.system === ICD_O_3)?.code);
    const side = codeIn(mcode(site, 'laterality-qualifier')?.valueCodeableConcept, SNOMED)?.code;
    const laterality = (side ? lateralityOfSnomed(side) : null) ?? known?.laterality ?? null;
    const topography = direct ?? known?.topography ?? null;
    if (topography !== null || laterality !== null) return { topography, laterality };
  }
  return { topography: null, laterality: null as Laterality | null };
};

const histologyOf = (condition: Condition): string | null => {
  const concept = mcode(condition, 'histology-morphology-behavior')?.valueCodeableConcept;
  const icdO =
    codeIn(concept, ICD_O_3)?.code ??
    codings(condition.code).find((c) => c.system === ICD_O_3)?.code;
  const direct = icdO === undefined ? null : parseMorphology(icdO);
  if (direct !== null) return direct.code;
  const snomed = codeIn(concept, SNOMED)?.code;
  return snomed === undefined ? null : morphologyOfSnomed(snomed);
};

interface Neoplasm {
  readonly known: CancerCondition | null;
  readonly icd10: string | null;
  readonly behaviour: Behaviour | null;
}

/** What the codes say of a neoplasm; null when they name none that is malignant, in situ or uncertain. */
const neoplasmOf = (condition: Condition): Neoplasm | null => {
  const snomed = codings(condition.code).find((c) => c.system === SNOMED)?.code;
  const known = snomed === undefined ? null : cancerCondition(snomed);
  const icd10 = icd10Of(condition.code);
  const behaviour = icd10 === null ? null : icd10Behaviour(icd10);
  if (known !== null) return known.kind === 'suspected' ? null : { known, icd10, behaviour };
  if (behaviour !== null && behaviour !== '0') return { known: null, icd10, behaviour };
  const histology = histologyOf(condition);
  if (
    claims(condition, 'primary-cancer-condition', 'secondary-cancer-condition') ||
    (histology !== null && !histology.endsWith('/0'))
  ) {
    return { known: null, icd10, behaviour: null };
  }
  return null;
};

const isSecondary = (condition: Condition, { known, behaviour }: Neoplasm): boolean =>
  known?.kind === 'secondary' ||
  known?.kind === 'metastasis-of' ||
  behaviour === '6' ||
  claims(condition, 'secondary-cancer-condition');

/** `8000/3` as a condition's own code implies it says no more than that it is malignant. */
const unspecified = (morphology: string | null | undefined): boolean =>
  morphology === null || morphology === undefined || morphology.startsWith('8000/');

/** ICD-10 has no morphology: the histologies its own groups stand for decide the site group. */
const siteGroup = (
  topography: string | null,
  morphology: string | null,
  icd10: string | null,
): string | null =>
  (topography === null
    ? null
    : siteGroupOf(topography, unspecified(morphology) ? null : morphology)) ??
  (icd10 === null ? null : siteGroupOf(icd10));

const clinicalStatus = (condition: Condition): string | null =>
  codings(condition.clinicalStatus)[0]?.code ?? null;

/** When it began; of an age or a range only what it says of a date. */
const onsetOf = (condition: Condition, place: Place): PartialDate | null => {
  if (condition.onsetDateTime !== undefined)
    return place.date(condition.onsetDateTime, 'onsetDateTime');
  return place.date(condition.onsetPeriod?.start, 'onsetPeriod.start');
};

const assertedOf = (condition: Condition, place: Place): PartialDate | null => {
  const at = condition.extension?.findIndex((e) => e.url.endsWith('condition-assertedDate')) ?? -1;
  return (
    place.date(condition.extension?.[at]?.valueDateTime, `extension[${at}].valueDateTime`) ??
    place.date(condition.recordedDate, 'recordedDate')
  );
};

const tumourOf = (condition: Condition, neoplasm: Neoplasm, place: Place): TumourRecord => {
  const { known, icd10 } = neoplasm;
  const secondary = isSecondary(condition, neoplasm);
  const where = placeIn(condition);
  const ofIcd10 = icd10 === null ? null : icdOOfIcd10(icd10);
  // A metastasis named by its primary does not say where it lies, and ICD-10 gives the primary's site.
  const ofCode = known?.topography ?? ofIcd10?.topography ?? null;
  const topography =
    where.topography ?? (known?.kind === 'secondary' || !secondary ? ofCode : null);
  const morphology = histologyOf(condition) ?? known?.morphology ?? ofIcd10?.morphology ?? null;
  return {
    kind: 'tumour',
    ...place.of(),
    spread: secondary ? 'SECONDARY' : 'PRIMARY',
    siteGroup: secondary
      ? siteGroupOfMetastasis({ icd10, topography })
      : siteGroup(topography ?? ofCode, morphology, icd10),
    topography,
    morphology,
    icd10,
    grade: null,
    laterality: where.laterality ?? known?.laterality ?? null,
    diagnosed: onsetOf(condition, place) ?? assertedOf(condition, place),
    clinicalStatus: clinicalStatus(condition),
    sent: coded(condition.code) ?? nothing,
  };
};

const BROAD = {
  '0': 'STAGE_0',
  I: 'STAGE_I',
  II: 'STAGE_II',
  III: 'STAGE_III',
  IV: 'STAGE_IV',
} as const;

/** Stages said by the Condition itself: in `stage`, or as part of what its code means. */
const stagesOf = (
  condition: Condition,
  neoplasm: Neoplasm,
  tumour: TumourRecord,
  place: Place,
): StageRecord[] => {
  const stages = (condition.stage ?? []).flatMap((stage, i): StageRecord[] => {
    const read = stageOfConcept(stage.summary, stage.type);
    if (read === null) return [];
    return [
      {
        kind: 'stage',
        ...place.of(`stage-${i}`),
        tumour: place.source.id,
        classification: null,
        assessed: null,
        ...read,
      },
    ];
  });
  const implied = neoplasm.known?.stage;
  if (implied && implied !== 'unknown') {
    stages.push({
      kind: 'stage',
      ...place.of('code-stage'),
      tumour: place.source.id,
      axis: 'group',
      classification: null,
      value: implied,
      broadStage: BROAD[implied],
      system: null,
      sent: tumour.sent,
      assessed: tumour.diagnosed,
    });
  }
  return stages;
};

const comorbidityOf = (condition: Condition, place: Place): ComorbidityRecord => ({
  kind: 'comorbidity',
  ...place.of(),
  what: coded(condition.code) ?? nothing,
  onset: onsetOf(condition, place),
  abated:
    place.date(condition.abatementDateTime, 'abatementDateTime') ??
    place.date(condition.abatementPeriod?.end, 'abatementPeriod.end'),
  clinicalStatus: clinicalStatus(condition),
});

/** Whether the diagnosis stands: what was ruled out or entered in error is no record of the patient. */
export const verification = (condition: Condition): string | null =>
  codings(condition.verificationStatus)[0]?.code ?? null;

/** A cancer with its stages, or another condition. */
export const readCondition = (condition: Condition, place: Place): ClinicalRecord[] => {
  const neoplasm = neoplasmOf(condition);
  if (neoplasm === null) {
    const comorbidity = comorbidityOf(condition, place);
    if (looksLikeCancer(comorbidity.what.display ?? '')) {
      place.doubtful(
        'code',
        'code-invalid',
        'It reads like a cancer, but the code is none the platform knows: it is taken as a comorbidity. Send an ICD-10 or ICD-O-3 code beside it.',
      );
    }
    return [comorbidity];
  }
  const tumour = tumourOf(condition, neoplasm, place);
  return [tumour, ...stagesOf(condition, neoplasm, tumour, place)];
};

/** Whether a code names a cancer: for what is given or done because of it. */
export const namesCancer = (concept: CodeableConcept | undefined): boolean =>
  concept !== undefined &&
  neoplasmOf({ resourceType: 'Condition', subject: {}, code: concept } as Condition) !== null;
