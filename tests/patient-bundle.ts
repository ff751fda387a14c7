import { randomUUID } from 'node:crypto';

/** A patient with lung cancer as a hospital would send it, with as many laboratory results as asked for. */
export const patientBundle = ({
  family = 'Li',
  given = 'Ming',
  birthDate = '1961-04',
  results = 1,
}: {
  family?: string;
  given?: string;
  birthDate?: string;
  results?: number;
} = {}) => {
  const patient = randomUUID();
  const condition = randomUUID();
  const subject = { reference: `urn:uuid:${patient}` };
  const entry = (id: string, resource: { resourceType: string; [key: string]: unknown }) => ({
    fullUrl: `urn:uuid:${id}`,
    resource: { id, ...resource },
    request: { method: 'POST', url: resource.resourceType },
  });
  const snomed = (code: string, display: string) => ({
    coding: [{ system: 'http://snomed.info/sct', code, display }],
  });
  const laboratory = Array.from({ length: results }, (_, i) => ({
    resourceType: 'Observation',
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
    code: {
      coding: [{ system: 'http://loinc.org', code: '2039-6', display: 'Carcinoembryonic Ag' }],
    },
    subject,
    effectiveDateTime: new Date(Date.UTC(2024, 0, 1 + i)).toISOString(),
    valueQuantity: {
      value: 5 + i,
      unit: 'ng/mL',
      system: 'http://unitsofmeasure.org',
      code: 'ng/mL',
    },
  }));
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [
      entry(patient, {
        resourceType: 'Patient',
        identifier: [
          { system: 'http://hospital.example.org/mrn', value: `MRN-${patient.slice(0, 8)}` },
        ],
        name: [{ family, given: [given] }],
        gender: 'female',
        birthDate,
      }),
      entry(condition, {
        resourceType: 'Condition',
        clinicalStatus: {
          coding: [
            { system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' },
          ],
        },
        code: snomed('254637007', 'Non-small cell lung cancer'),
        subject,
        onsetDateTime: '2023-11-02',
      }),
      ...laboratory.map((resource) => entry(randomUUID(), resource)),
    ],
  };
};
