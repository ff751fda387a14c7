import { glob, readFile } from 'node:fs/promises';
import type { Resource } from '@medplum/fhirtypes';
import { intakeOf } from '@nodp/intake';
import type { ClinicalRecord, Kind, KindModules } from '@nodp/record';
import { biomarkers } from '@nodp/terminology/biomarkers';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../apps/gateway/src/kinds.ts';
import { intake } from './setting.ts';

const observation = (code: object, more: object = {}): Resource =>
  ({
    resourceType: 'Observation',
    id: 'x',
    status: 'final',
    subject: {},
    code,
    ...more,
  }) as Resource;
const coding = (system: string, code: string) => ({ coding: [{ system, code }] });
const loinc = (code: string) => observation(coding('http://loinc.org', code));
const snomed = (code: string) => observation(coding('http://snomed.info/sct', code));

/** Everything a kind of its own asks for, and the laboratory result that nothing asks for. */
const CASES: readonly (readonly [Resource, Kind])[] = [
  [loinc('21908-9'), 'stage'],
  [snomed('399504009'), 'stage'],
  [loinc('89247-1'), 'performance'],
  [snomed('273546003'), 'performance'],
  [loinc('97509-4'), 'disease-status'],
  [loinc('69453-9'), 'death'],
  [loinc('81956-5'), 'death'],
  [loinc('69548-6'), 'biomarker'],
  [
    observation(coding('http://loinc.org', '69548-6'), {
      component: [{ code: coding('http://loinc.org', '48005-3'), valueString: 'p.Leu858Arg' }],
    }),
    'variant',
  ],
  [loinc('53041-0'), 'genomic-test'],
  [loinc('718-7'), 'observation'],
  [
    observation(coding('http://loinc.org', '2857-1'), {
      meta: {
        profile: ['http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-tumor-marker-test'],
      },
    }),
    'observation',
  ],
];

test.each(['Claim', 'ExplanationOfBenefit'])('a bill (%s) is of the costs', (resourceType) => {
  expect(intake.fhir.claimants({ resourceType } as Resource)).toEqual(['cost-item']);
});

test.each(CASES)('%j is claimed by one kind', (resource, kind) => {
  expect(intake.fhir.claimants(resource)).toEqual([kind]);
});

test('every biomarker of the terminology is claimed by one kind', () => {
  for (const { loinc: codes } of biomarkers()) {
    for (const code of codes)
      expect([code, intake.fhir.claimants(loinc(code)).length]).toEqual([code, 1]);
  }
});

test('every resource of the examples is claimed by one kind or none', async () => {
  const root = new URL('../../', import.meta.url);

  for await (const file of glob(
    '{subgraphs/*/src/kinds,packages/intake/src}/**/examples/**/*.json',
    {
      cwd: root.pathname,
    },
  )) {
    const examples = JSON.parse(await readFile(new URL(file, root), 'utf8')) as { given: object }[];
    for (const { given } of examples) {
      for (const resource of [given].flat() as Resource[]) {
        expect([file, resource, intake.fhir.claimants(resource).length > 1]).toEqual([
          file,
          resource,
          false,
        ]);
      }
    }
  }
});

describe('intake does not start where records would be lost', () => {
  const { registry, cipher } = intake;
  const start = (broken: unknown) => intakeOf({ registry, cipher, kinds: broken as KindModules });

  test('a kind whose records are read and that no subgraph writes', () => {
    const { stage: _, ...without } = kinds;
    expect(() => start(without)).toThrow(
      'Records of stage are read with tumour, but no subgraph writes them',
    );
  });

  test('two kinds that claim the rest of a type', () => {
    const twice = { ...kinds, contact: { ...kinds.contact, fhir: kinds.encounter.fhir } };
    expect(() => start(twice)).toThrow('Two kinds claim the rest of Encounter');
  });

  test('a reader that gives a kind it does not declare', () => {
    const record = { kind: 'contact' } as ClinicalRecord;
    const reader = { claims: { Encounter: 'rest' as const }, read: () => ({ records: [record] }) };
    const { fhir } = start({ ...kinds, encounter: { ...kinds.encounter, fhir: reader } });
    const encounter = { resourceType: 'Encounter', status: 'finished' } as Resource;
    expect(() => fhir.read(encounter, {} as never, 'p')).toThrow(
      'gave a contact it does not declare',
    );
  });
});
