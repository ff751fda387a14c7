import { askerOf } from '@nodp/graph/testing';
import { STAGE_CHECK_VERSION } from '@nodp/oncology';
import { patients } from '@nodp/subgraph-patients';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyone } from './fixtures.ts';
import { bundle, cancer, patient } from './intake/examples.ts';
import { type Setting, setUp } from './intake/setting.ts';
import { category, group, of } from './stage-scenarios.ts';

let db: Setting;
beforeAll(async () => {
  db = await setUp();
});
afterAll(() => db.end());

const size = (id: string, subject: string, centimetres: number) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  subject: { reference: subject },
  code: { coding: [{ system: 'http://loinc.org', code: '21889-1' }] },
  effectiveDateTime: '2020-03-21',
  valueQuantity: {
    value: centimetres,
    unit: 'cm',
    system: 'http://unitsofmeasure.org',
    code: 'cm',
  },
});

const colon = {
  code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C18.7' }] },
  onsetDateTime: '2020-03-01',
};
const on = (effectiveDateTime: string, tumour: string) => ({ effectiveDateTime, ...of(tumour) });

const checksOf = async (site: string) => {
  const { data } = await askerOf(patients, db.database)(
    everyone.CLINICIAN,
    `query ($site: String!) { patients(filter: { siteGroup: [$site] }) { edges { node { tumours { stageChecks {
      classification derived possible confirmed ruleVersion sources
      sent { value }
      explanation { en zh }
      findings { code sentence { en zh } sources { en zh } }
    } } } } } }`,
    { site },
  );
  return data.patients.edges[0].node.tumours[0].stageChecks;
};

test('a group that the categories do not make: taken, warned of in the answer, and said on the page with both sources', async () => {
  const result = await db.send(
    bundle(
      'transaction',
      patient('a'),
      cancer('a-c', 'urn:uuid:a', colon),
      category('a-t', 'urn:uuid:a', 'T', 'pT3', on('2020-03-20', 'a-c')),
      category('a-n', 'urn:uuid:a', 'N', 'pN1b', on('2020-03-20', 'a-c')),
      group('a-g', 'urn:uuid:a', 'IIA', 'p', on('2020-03-20', 'a-c')),
    ),
  );
  const warned = result.entries.flatMap(({ outcome, key, issues }) =>
    issues.map(({ message }) => [outcome, key, message]),
  );
  expect(warned).toEqual([
    ['created', 'a-g', expect.stringContaining('Sent as IIA, but the categories give IIIB')],
  ]);

  const [check, ...others] = await checksOf('colorectum');
  expect(others).toEqual([]);
  expect(check).toMatchObject({
    classification: 'p',
    derived: 'IIIB',
    possible: ['IIIB'],
    confirmed: true,
    sent: { value: 'IIA' },
    sources: ['AJCC Cancer Staging Manual, 8th edition (2017), chapter 20, colon and rectum'],
    findings: [
      {
        code: 'group-differs',
        sources: [{ en: 'stage group IIA, 2020-03-20' }, { en: 'pT3 pN1b, 2020-03-20' }],
      },
    ],
  });
  expect(check.explanation[0].zh).toContain('结肠和直肠');
});

test('a stage that agrees is not warned of, and a size that contradicts it is found', async () => {
  const result = await db.send(
    bundle(
      'transaction',
      patient('b'),
      cancer('b-c', 'urn:uuid:b', {
        code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C50.4' }] },
        onsetDateTime: '2020-03-01',
      }),
      category('b-t', 'urn:uuid:b', 'T', 'pT3', on('2020-03-20', 'b-c')),
      category('b-n', 'urn:uuid:b', 'N', 'pN0', on('2020-03-20', 'b-c')),
      group('b-g', 'urn:uuid:b', 'IIB', 'p', on('2020-03-20', 'b-c')),
      size('b-size', 'urn:uuid:b', 2.5),
    ),
  );
  expect(result.entries.flatMap(({ issues }) => issues)).toEqual([]);
  const [check] = await checksOf('breast');
  expect(check).toMatchObject({ derived: 'IIB', sent: { value: 'IIB' } });
  expect(check.findings).toMatchObject([
    { code: 'size-contradicts-t', sources: [{}, { en: 'size 25 mm, 2020-03-21' }] },
  ]);
});

test('nothing staged is nothing to check', async () => {
  await db.send(
    bundle(
      'transaction',
      patient('c'),
      cancer('c-c', 'urn:uuid:c', {
        code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C16.2' }] },
        onsetDateTime: '2020-03-01',
      }),
    ),
  );
  expect(await checksOf('stomach')).toEqual([]);
});

test('with the check switched off by the board neither the page nor the answer of intake says anything of stages', async () => {
  await db.owner`insert into basic.rule_switch (id, rule_id, version, in_force, confirmed, reason, switched_by)
    values (gen_random_uuid(), 'stage-check', ${STAGE_CHECK_VERSION}, false, false, 'Not for our hospitals.', 'board@nation')`;
  try {
    const result = await db.send(
      bundle(
        'transaction',
        patient('off'),
        cancer('off-c', 'urn:uuid:off', {
          ...colon,
          code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C16.2' }] },
        }),
        category('off-t', 'urn:uuid:off', 'T', 'pT3', on('2020-03-20', 'off-c')),
        category('off-n', 'urn:uuid:off', 'N', 'pN0', on('2020-03-20', 'off-c')),
        group('off-g', 'urn:uuid:off', 'IV', 'p', on('2020-03-20', 'off-c')),
      ),
    );
    expect(result.entries.flatMap(({ issues }) => issues)).toEqual([]);
    expect(await checksOf('stomach')).toBeNull();
  } finally {
    await db.owner`delete from basic.rule_switch where rule_id = 'stage-check'`;
  }
  expect((await checksOf('stomach'))[0].findings).toMatchObject([{ code: 'group-differs' }]);
});

test('p16 that comes later makes another chapter of an oropharynx, and its source is said', async () => {
  const sent = await db.send(
    bundle(
      'transaction',
      patient('o'),
      cancer('o-c', 'urn:uuid:o', {
        code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C09.9' }] },
        onsetDateTime: '2020-03-01',
      }),
      category('o-t', 'urn:uuid:o', 'T', 'cT2', on('2020-03-20', 'o-c')),
      category('o-n', 'urn:uuid:o', 'N', 'cN1', on('2020-03-20', 'o-c')),
      group('o-g', 'urn:uuid:o', 'I', 'c', on('2020-03-20', 'o-c')),
    ),
  );
  // What a p16 may change is not warned of before there is one.
  expect(sent.entries.flatMap(({ issues }) => issues)).toEqual([]);
  const differing = async () =>
    (await checksOf('lip-oral-pharynx')).flatMap(({ findings }: { findings: { code: string }[] }) =>
      findings.map(({ code }) => code),
    );
  expect(await differing()).toContain('group-differs');
  const stored = () =>
    db.owner<
      { code: string }[]
    >`select code from patients.stage_finding where site_group = 'lip-oral-pharynx'`;
  expect((await stored()).map(({ code }) => code)).toContain('group-differs');

  await db.send(
    bundle('transaction', patient('o'), {
      ...{ resourceType: 'Observation', id: 'o-p16', status: 'final', valueString: '阳性' },
      ...{ subject: { reference: 'urn:uuid:o' }, code: { text: 'P16(IHC)' } },
      ...on('2020-03-12', 'o-c'),
    }),
  );
  expect(await differing()).not.toContain('group-differs');
  expect((await stored()).map(({ code }) => code)).not.toContain('group-differs');
  const checks = await checksOf('lip-oral-pharynx');
  expect(checks.map(({ derived }: { derived: string }) => derived)).toContain('I');
  expect(
    checks.flatMap(({ explanation }: { explanation: { en: string; zh: string }[] }) => explanation),
  ).toContainEqual({ en: 'p16 positive, 2020-03-12', zh: 'p16 阳性，2020-03-12' });
});
