import { remembered } from '@nodp/terminology/remembered';
import { ATC, ICD_O_3, LOINC, RXNORM, SNOMED } from './codes.ts';

export const ICD_10 = 'http://hl7.org/fhir/sid/icd-10';
export const UCUM = 'http://unitsofmeasure.org';

/** Code systems by the names of HL7 table 0396, and as people write them. */
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/^(LN|LOINC)$/i, LOINC],
  [/^(SCT2?|SNM|SNOMED(-?CT)?|SNOMED CT)$/i, SNOMED],
  [/^(I10|I10C|I10P|ICD-?10(-?CM)?|ICD10CN|GB\/?T ?14396(-\d+)?)$/i, ICD_10],
  [/^(I9|I9C|I9CDX|ICD-?9(-?CM)?)$/i, 'http://hl7.org/fhir/sid/icd-9-cm'],
  [/^(ICD-?O-?3?|ICDO3?|I-?O-?3)$/i, ICD_O_3],
  [/^RXNORM$/i, RXNORM],
  [/^(ATC|WC|WHO ?ATC)$/i, ATC],
  [/^(UCUM)$/i, UCUM],
  [/^NDC$/i, 'http://hl7.org/fhir/sid/ndc'],
];

/** The address of a code system by its short name; a local one's name as it was sent, so that it can be mapped later. */
export const systemNamed = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : systemOfName(name);

const systemOfName = remembered((name: string): string => {
  const known = SYSTEMS.find(([pattern]) => pattern.test(name.trim()))?.[1];
  if (known !== undefined) return known;
  const table = /^HL7?(\d{4})$/i.exec(name)?.[1];
  if (table !== undefined) return `http://terminology.hl7.org/CodeSystem/v2-${table}`;
  return /^\d+(\.\d+)+$/.test(name) ? `urn:oid:${name}` : name;
});
