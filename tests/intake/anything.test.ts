import { readSubmission, structureCheck } from '@nodp/intake';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intake } from './setting.ts';

const base: Readonly<Record<string, unknown>>[] = [
  {
    resourceType: 'Patient',
    id: 'p',
    name: [{ family: 'A', given: ['B'] }],
    birthDate: '1950-01-01',
    identifier: [{ system: 's', value: 'v' }],
  },
  {
    resourceType: 'Condition',
    id: 'c',
    subject: { reference: 'Patient/p' },
    code: { coding: [{ system: 'http://snomed.info/sct', code: '254637007' }] },
    stage: [{ summary: { text: 'IIIA' }, assessment: [{ reference: 'Observation/o' }] }],
  },
  {
    resourceType: 'Observation',
    id: 'o',
    status: 'final',
    subject: { reference: 'urn:uuid:p' },
    code: { coding: [{ system: 'http://snomed.info/sct', code: '399537006' }] },
    hasMember: [{ reference: 'Observation/t' }],
    focus: [{ reference: 'Condition/c' }],
    valueCodeableConcept: { coding: [{ code: 'IIIA' }] },
  },
  {
    resourceType: 'MedicationRequest',
    id: 'm',
    status: 'active',
    intent: 'order',
    subject: { reference: 'Patient/p' },
    medicationCodeableConcept: { text: 'cisplatin' },
    dosageInstruction: [{ doseAndRate: [{ doseQuantity: { value: 1 } }] }],
  },
  {
    resourceType: 'ImagingStudy',
    id: 'i',
    status: 'available',
    subject: { reference: 'Patient/p' },
    series: [{ uid: '1', modality: { code: 'CT' } }],
  },
];

/** Puts any JSON in place of any part of a Bundle. */
const spoil = (value: unknown, path: readonly number[], by: unknown): unknown => {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return by;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return by;
  const inner = spoil((value as Record<string, unknown>)[key], rest, by);
  return Array.isArray(value)
    ? value.map((v, i) => (String(i) === key ? inner : v))
    : { ...value, [key]: inner };
};

test('whatever is sent, it is read, kept or refused with a place and a remedy: nothing crashes', async () => {
  const check = await structureCheck();
  const bundle = {
    resourceType: 'Bundle',
    type: 'batch',
    entry: base.map((resource) => ({
      fullUrl: `urn:uuid:${resource.id}`,
      resource,
      request: { method: 'POST', url: resource.resourceType },
    })),
  };
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(20), { maxLength: 9 }), fc.jsonValue(), async (path, by) => {
      const { units: entries, issues } = await readSubmission(
        spoil(bundle, path, by),
        check,
        intake.fhir,
      );
      const said = [
        ...issues,
        ...entries.flatMap((e) => (e.reading.outcome === 'refused' ? e.reading.issues : [])),
      ];
      for (const { message } of said) expect(message).not.toBe('');
      for (const entry of entries) {
        if (entry.reading.outcome === 'refused')
          expect(entry.reading.issues.length).toBeGreaterThan(0);
      }
    }),
    {
      numRuns: 2000,
      examples: [
        // An Observation whose code is no concept, cited by a Condition, was read with it.
        [[8, 17, 10, 20, 0], {}],
        // The structure check calls a method of every object, and found the sender's value in its place.
        [[11, 0, 4, 3], { valueOf: null }],
      ],
    },
  );
});
