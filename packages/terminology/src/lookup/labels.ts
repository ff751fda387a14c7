import {
  BASIS_OF_DIAGNOSIS_SYSTEM,
  basisOfDiagnosisLabel,
} from '../basis-of-diagnosis/basis-of-diagnosis.ts';
import { biomarkerOfLoinc } from '../biomarkers/biomarkers.ts';
import { drugOfAtc, drugOfRxnorm, drugOfSnomed } from '../drugs/index.ts';
import { icd10Label } from '../icd-10/icd-10.ts';
import { morphologyLabel } from '../icd-o-3/morphology.ts';
import { topographyLabel } from '../icd-o-3/topography.ts';
import type { Label } from '../label.ts';
import { analyteOfLoinc, observationOfLoinc } from '../loinc/index.ts';
import {
  MODE_OF_DETECTION_SYSTEM,
  modeOfDetectionLabel,
} from '../mode-of-detection/mode-of-detection.ts';
import { INTENTS, intentOfSnomed, procedure } from '../procedures/index.ts';
import { plainBodySite } from '../snomed/body-sites.ts';
import { bodySite, cancerCondition } from '../snomed/index.ts';

type Lookup = (code: string) => Label | null;

const loinc: Lookup = (code) =>
  (analyteOfLoinc(code) ?? biomarkerOfLoinc(code) ?? observationOfLoinc(code))?.label ?? null;

const intent: Lookup = (code) => {
  const found = intentOfSnomed(code);
  return found === null ? null : INTENTS[found];
};

const body: Lookup = (code) => {
  const found = bodySite(code);
  return found === null ? null : plainBodySite(found);
};

const snomed: Lookup = (code) =>
  cancerCondition(code)?.label ??
  body(code) ??
  procedure(code)?.label ??
  intent(code) ??
  drugOfSnomed(code)?.label ??
  null;

const icdO3: Lookup = (code) =>
  code.includes('/') ? morphologyLabel(code) : topographyLabel(code);

/** Code systems by the address FHIR gives them. */
const systems: Readonly<Record<string, Lookup>> = {
  [BASIS_OF_DIAGNOSIS_SYSTEM]: basisOfDiagnosisLabel,
  [MODE_OF_DETECTION_SYSTEM]: modeOfDetectionLabel,
  'http://loinc.org': loinc,
  'http://snomed.info/sct': snomed,
  'http://www.nlm.nih.gov/research/umls/rxnorm': (code) => drugOfRxnorm(code)?.label ?? null,
  'http://www.whocc.no/atc': (code) => drugOfAtc(code)?.label ?? null,
  'http://hl7.org/fhir/sid/icd-10': icd10Label,
  'http://hl7.org/fhir/sid/icd-10-cm': icd10Label,
  'http://terminology.hl7.org/CodeSystem/icd-o-3': icdO3,
  'urn:oid:2.16.840.1.113883.6.43.1': icdO3,
};

/** How a code reads in both languages; null where the platform's terminology does not know it. */
export const labelOf = (system: string | null, code: string | null): Label | null =>
  system === null || code === null ? null : (systems[system]?.(code) ?? null);
