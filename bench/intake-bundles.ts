import { ANALYTES } from './intake-world.ts';

const RESULTS = 200;

const observation = (patient: string, i: number) => {
  const [code, unit, value] = ANALYTES[i % ANALYTES.length] ?? ANALYTES[0];
  const day = new Date(Date.UTC(2015, 0, 1 + Math.floor(i / ANALYTES.length) * 20));
  return {
    resourceType: 'Observation',
    id: `${patient}-o${i}`,
    status: 'final',
    category: [
      {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/observation-category',
            code: 'laboratory',
          },
        ],
      },
    ],
    code: { coding: [{ system: 'http://loinc.org', code }] },
    subject: { reference: `urn:uuid:${patient}` },
    effectiveDateTime: day.toISOString(),
    valueQuantity: {
      value: value * (1 + (i % 7) / 50),
      unit,
      system: 'http://unitsofmeasure.org',
      code: unit,
    },
  };
};

/** Resources of a Bundle. */
export const PER_BUNDLE = RESULTS + 10;

/** One patient with a cancer, its drugs and 200 laboratory results, as a transaction. */
export const bundleOf = (n: number): Uint8Array => {
  const patient = `bench-${n}`;
  const subject = { reference: `urn:uuid:${patient}` };
  const resources = [
    {
      resourceType: 'Patient',
      id: patient,
      name: [{ family: '王', given: [`${n}`] }],
      gender: 'female',
      birthDate: '1955-04-02',
    },
    {
      resourceType: 'Condition',
      id: `${patient}-c`,
      subject,
      code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C34.1' }] },
      onsetDateTime: '2014-11-03',
    },
    ...Array.from({ length: 8 }, (_, i) => ({
      resourceType: 'MedicationAdministration',
      id: `${patient}-m${i}`,
      status: 'completed',
      subject,
      medicationCodeableConcept: {
        coding: [{ system: 'http://www.whocc.no/atc', code: 'L01XA01' }],
      },
      effectiveDateTime: `2015-0${i + 1}-10`,
    })),
    ...Array.from({ length: RESULTS }, (_, i) => observation(patient, i)),
  ];
  const entry = resources.map((resource) => ({
    fullUrl: `urn:uuid:${resource.id}`,
    resource,
    request: { method: 'POST', url: resource.resourceType },
  }));
  return Buffer.from(JSON.stringify({ resourceType: 'Bundle', type: 'transaction', entry }));
};
