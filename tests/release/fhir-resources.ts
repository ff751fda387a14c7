export type Resource = Readonly<Record<string, unknown>>;

const ICD_10 = 'http://hl7.org/fhir/sid/icd-10';
const LOINC = 'http://loinc.org';
export const concept = (system: string, code: string) => ({ coding: [{ system, code }] });
export const icdO = (code: string) =>
  concept('http://terminology.hl7.org/CodeSystem/icd-o-3', code);
export const extension = (name: string, value: Resource) => ({
  url: `http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-${name}`,
  valueCodeableConcept: value,
});

/** `who` stands for the person in ids and references. */
export const cancer = (icd10: string, onsetDateTime: string, more: Resource = {}): Resource => ({
  resourceType: 'Condition',
  id: `who-${icd10.toLowerCase()}`,
  code: concept(ICD_10, icd10),
  onsetDateTime,
  ...more,
});
export const histology = (code: string) => ({
  extension: [extension('histology-morphology-behavior', icdO(code))],
});
export const basis = (code: string) => ({
  extension: [
    {
      url: 'urn:nodp:basis-of-diagnosis',
      valueCodeableConcept: concept('urn:nodp:iarc-basis-of-diagnosis', code),
    },
  ],
});
export const finding = (
  id: string,
  code: string | Resource,
  value: Resource,
  more: Resource = {},
) => ({
  resourceType: 'Observation',
  id: `who-${id}`,
  status: 'final',
  code: typeof code === 'string' ? concept(LOINC, code) : code,
  effectiveDateTime: '2020-03-10',
  ...value,
  ...more,
});
export const drug = (id: string, text: string, more: Resource = {}) => ({
  resourceType: 'MedicationStatement',
  id: `who-${id}`,
  status: 'completed',
  medicationCodeableConcept: { text },
  effectiveDateTime: '2020-04-01',
  ...more,
});
export const operation = (
  id: string,
  text: string,
  performedDateTime: string,
  more: Resource = {},
) => ({
  resourceType: 'Procedure',
  id: `who-${id}`,
  status: 'completed',
  code: { text },
  performedDateTime,
  ...more,
});
export const seen = (date: string): Resource => ({
  resourceType: 'Encounter',
  id: 'who-seen',
  status: 'finished',
  class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
  period: { start: `${date}T09:00:00+08:00` },
});
export const about = (condition: string) => [{ reference: `Condition/who-${condition}` }];
