import type { CodeableConcept, Condition } from '@medplum/fhirtypes';
import type { PartialDate } from '@nodp/record';
import {
  claims,
  coded,
  codeIn,
  codings,
  type FhirReader,
  ICD_O_3,
  mcode,
  nothing,
  type Place,
  SNOMED,
  verificationOf,
} from '@nodp/record/fhir';
import {
  type Laterality,
  lateralityOfSnomed,
  parseTopography,
  siteGroupOf,
} from '@nodp/terminology';
import { icdOOfIcd10 } from '@nodp/terminology/icd-10';
import { siteGroupOfMetastasis } from '@nodp/terminology/metastases';
import { bodySite } from '@nodp/terminology/snomed';
import type { StageRecord } from '../stage/record.ts';
import { stageOfConcept } from '../stage/stage-of-concept.ts';
import { basisOf } from './basis-of-diagnosis.ts';
import { modeOfDetectionOf } from './mode-of-detection.ts';
import {
  clinicalStatus,
  histologyOf,
  ICD_10,
  type Neoplasm,
  neoplasmOf,
  notReadOf,
  onsetOf,
  unknownHistologyOf,
} from './neoplasm.ts';
import type { TumourRecord } from './record.ts';

/** The finest ICD-O-3 topography that codes of ICD-O or ICD-10 say: `C50.4` before `C50` (C50.9). */
const topographyIn = (concept: CodeableConcept | undefined, icd10: boolean): string | null => {
  const said = codings(concept).flatMap(({ system = '', code }) => {
    if (system !== ICD_O_3 && !(icd10 && ICD_10.test(system))) return [];
    const parsed = parseTopography(code.replace(/[xX]\d+$/, ''));
    // China's editions write more signs: C34.101 is of the upper lobe.
    if (parsed === null) return system === ICD_O_3 ? [] : (icdOOfIcd10(code)?.topography ?? []);
    return [parsed.subsite === null ? `${parsed.site}.9` : parsed.code];
  });
  return said.find((code) => !code.endsWith('.9')) ?? said[0] ?? null;
};

/** Where the bodySite says it is, with its side. */
const placeIn = (condition: Condition) => {
  for (const site of condition.bodySite ?? []) {
    const structure = codings(site).find((c) => c.system === SNOMED);
    const known = structure === undefined ? null : bodySite(structure.code);
    const direct = topographyIn(site, true);
    const side = codeIn(mcode(site, 'laterality-qualifier')?.valueCodeableConcept, SNOMED)?.code;
    const laterality = (side ? lateralityOfSnomed(side) : null) ?? known?.laterality ?? null;
    const ofStructure = known?.topography ?? null;
    const topography =
      direct === null || (direct.endsWith('.9') && ofStructure?.startsWith(direct.slice(0, 3)))
        ? (ofStructure ?? direct)
        : direct;
    if (topography !== null || laterality !== null) return { topography, laterality };
  }
  return { topography: topographyIn(condition.code, false), laterality: null as Laterality | null };
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

const assertedOf = (condition: Condition, place: Place): PartialDate | null => {
  const at = condition.extension?.findIndex((e) => e.url.endsWith('condition-assertedDate')) ?? -1;
  return (
    place.date(condition.extension?.[at]?.valueDateTime, `extension[${at}].valueDateTime`) ??
    place.date(condition.recordedDate, 'recordedDate')
  );
};

/** mCODE's extension (all its versions), and FHIR's own that say what a condition is due or related to. */
const RELATED = /related-?primary-?cancer-?condition$|condition-dueTo$|condition-related$/i;

const relatedOf = (condition: Condition, place: Place): string | null => {
  const found = condition.extension?.find(({ url, valueReference }) =>
    valueReference === undefined ? false : RELATED.test(url),
  );
  const key = place.key(found?.valueReference, 'Condition');
  return key === place.source.id ? null : key;
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
    histologySent: unknownHistologyOf(condition),
    icd10,
    // A pathologist's finding says it (`@nodp/oncology`, tumour-findings), and may come later.
    grade: null,
    laterality: where.laterality ?? known?.laterality ?? null,
    basisOfDiagnosis: basisOf(condition),
    modeOfDetection: modeOfDetectionOf(condition),
    diagnosed: onsetOf(condition, place) ?? assertedOf(condition, place),
    clinicalStatus: clinicalStatus(condition),
    sent: coded(condition.code) ?? nothing,
    related: relatedOf(condition, place),
  };
};

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
      system: null,
      sent: tumour.sent,
      assessed: tumour.diagnosed,
    });
  }
  return stages;
};

const UNCONFIRMED = new Set(['unconfirmed', 'provisional', 'differential']);

/** A cancer with its stages. */
export const fhir: FhirReader = {
  claims: { Condition: (condition) => neoplasmOf(condition) !== null },
  alsoGives: ['stage'],
  read: (resource, place) => {
    const condition = resource as Condition;
    const neoplasm = neoplasmOf(condition);
    if (neoplasm === null) throw new Error('A Condition that is no neoplasm was read as one.');
    if (UNCONFIRMED.has(verificationOf(condition) ?? ''))
      return { retained: 'The cancer is not confirmed: it counts once it is.' };
    const left = notReadOf(condition);
    if (left.length > 0)
      place.doubtful(
        'code',
        'code-invalid',
        `Read as ${neoplasm.icd10 ?? 'the tumour that its other codes name'}; this of its code was not read: ${left.join(', ')}. Send each tumour as a Condition of its own, and a code alone.`,
      );
    const tumour = tumourOf(condition, neoplasm, place);
    return { records: [tumour, ...stagesOf(condition, neoplasm, tumour, place)] };
  },
};
