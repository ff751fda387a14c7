/** Small resources for tests, each with what FHIR asks for and no more. */
export const patient = (id: string, more: object = {}) => ({
  resourceType: 'Patient',
  id,
  name: [{ family: '王', given: ['小明'] }],
  gender: 'male',
  birthDate: '1950-02-03',
  ...more,
});

export const cancer = (id: string, subject: string, more: object = {}) => ({
  resourceType: 'Condition',
  id,
  subject: { reference: subject },
  clinicalStatus: {
    coding: [
      { system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' },
    ],
  },
  code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C34.1' }] },
  onsetDateTime: '2019-03',
  ...more,
});

/** A visit: evidence that its sender treats the patient. */
export const visit = (id: string, subject: string, more: object = {}) => ({
  resourceType: 'Encounter',
  id,
  status: 'finished',
  class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
  subject: { reference: subject },
  period: { start: '2020-03-01T08:00:00+08:00', end: '2020-03-01T09:00:00+08:00' },
  ...more,
});

export const haemoglobin = (id: string, subject: string, value: number, at: string) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  subject: { reference: subject },
  code: { coding: [{ system: 'http://loinc.org', code: '718-7' }] },
  effectiveDateTime: at,
  valueQuantity: { value, unit: 'g/dL', system: 'http://unitsofmeasure.org', code: 'g/dL' },
});

interface Sent {
  readonly resourceType: string;
  readonly id?: string;
}

export const bundle = (type: 'transaction' | 'batch', ...resources: readonly Sent[]) => ({
  resourceType: 'Bundle',
  type,
  entry: resources.map((resource) => ({
    fullUrl: `urn:uuid:${resource.id}`,
    resource,
    request: { method: 'POST', url: resource.resourceType },
  })),
});
