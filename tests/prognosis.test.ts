import { switchRulesOfDemonstration } from '@nodp/subgraph-patients/rules';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { everyone, hospitals, identityKey, principal } from './fixtures.ts';
import { bundle, cancer, patient } from './intake/examples.ts';
import { type Setting, setUp } from './intake/setting.ts';
import { type AskWhole, wholeGraph } from './whole-graph.ts';

const code = (system: string, value: string) => ({ coding: [{ system, code: value }] });
const observation = (id: string, subject: string, loinc: string, more: object) => ({
  ...{ resourceType: 'Observation', id, status: 'final', subject: { reference: subject } },
  ...{ code: code('http://loinc.org', loinc), effectiveDateTime: '2024-03-05', ...more },
});
const amount = (value: number, unit: string) => ({
  valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit },
});
const ICD_10 = 'http://hl7.org/fhir/sid/icd-10';

let db: Setting;
let ask: AskWhole;
beforeAll(async () => {
  db = await setUp();
  ask = await wholeGraph({ database: db.database, identityKey });
  await db.send(
    bundle(
      'transaction',
      patient('liver'),
      cancer('liver-c', 'urn:uuid:liver', {
        code: code(ICD_10, 'C22.0'),
        onsetDateTime: '2024-03-01',
      }),
      // In the units of another country: 1.0 mg/dL is 17.1 µmol/L, 4 g/dL are 40 g/L.
      observation('liver-b', 'urn:uuid:liver', '1975-2', amount(1, 'mg/dL')),
      observation('liver-a', 'urn:uuid:liver', '1751-7', amount(4, 'g/dL')),
      patient('breast', { gender: 'female' }),
      cancer('breast-c', 'urn:uuid:breast', {
        code: code(ICD_10, 'C50.4'),
        onsetDateTime: '2024-03-01',
      }),
      observation('breast-er', 'urn:uuid:breast', '85337-4', {
        valueCodeableConcept: code('http://snomed.info/sct', '10828004'),
      }),
      observation('breast-size', 'urn:uuid:breast', '21889-1', amount(1.8, 'cm')),
    ),
  );
});
afterAll(() => db.end());
beforeEach(async () => {
  await db.owner`delete from patients.prognosis_entry`;
  await switchRulesOfDemonstration(db.owner);
});

const tumourOf = async (site: string, who = everyone.CLINICIAN) => {
  const { data } = await ask(
    who,
    `query ($site: String!) { patients(filter: { siteGroup: [$site] }) { edges { node { id tumours { id } } } } }`,
    { site },
  );
  const { node } = (
    data as { patients: { edges: { node: { id: string; tumours: { id: string }[] } }[] } }
  ).patients.edges[0] ?? { node: { id: '', tumours: [] } };
  return { id: node.id, tumour: node.tumours[0]?.id ?? '' };
};

interface Value {
  readonly value: string;
  readonly date: string | null;
  readonly source: { readonly en: string };
}
interface ShownScore {
  readonly rule: { readonly id: string };
  readonly inputs: readonly {
    readonly id: string;
    readonly used: Value | null;
    readonly recorded: Value | null;
    readonly missing: boolean;
    readonly entered: boolean;
  }[];
  readonly answer: string | null;
  readonly notApplicable: { readonly en: string } | null;
}

const prognosisOf = async (site: string, who = everyone.CLINICIAN) => {
  const found = await tumourOf(site);
  const { data, codes } = await ask(
    who,
    `query ($id: ID!, $tumour: ID!) { patient(id: $id) { prognosis(tumour: $tumour) { ruleVersion
      entries { input value by }
      scores { rule { id mark } answer notApplicable { en } refused { en } explanation { en } curves { alive } ofHundred { people }
        inputs { id missing entered used { value date source { en } } recorded { value } } } } } }`,
    { ...found },
  );
  expect(codes).toEqual([]);
  return (
    data as {
      patient: {
        prognosis: {
          scores: ShownScore[];
          entries: { input: string; value: string | null; by: string }[];
        };
      } | null;
    }
  ).patient?.prognosis;
};
const scoreOf = async (site: string, rule: string) =>
  (await prognosisOf(site))?.scores.find((score) => score.rule.id === rule);
const inputOf = async (site: string, rule: string, id: string) =>
  (await scoreOf(site, rule))?.inputs.find((input) => input.id === id);

const order = async (
  field: 'enterPrognosisInput' | 'undoPrognosisInput',
  given: { site: string; input: string; value?: string | null },
  who = everyone.CLINICIAN,
) => {
  const { tumour } = await tumourOf(given.site);
  const value = field === 'enterPrognosisInput' ? ', value: $value' : '';
  const { data, codes } = await ask(
    who,
    `mutation ($tumour: ID!, $input: String!${value === '' ? '' : ', $value: String'}) {
      ${field}(tumour: $tumour, input: $input${value}) { stored problem { en zh } } }`,
    { tumour, input: given.input, ...(value === '' ? {} : { value: given.value ?? null }) },
  );
  return {
    codes,
    answer: (data as Record<string, { stored: boolean; problem: { en: string } | null }> | null)?.[
      field
    ],
  };
};

test('ALBI from results in other units: 0.66 × log10(17.1) − 0.085 × 40, each input with its date', async () => {
  const albi = await scoreOf('liver', 'albi');
  expect(JSON.parse(albi?.answer ?? 'null')).toMatchObject({ grade: '2', mALBI: '2a' });
  expect(JSON.parse(albi?.answer ?? 'null').score).toBeCloseTo(0.66 * Math.log10(17.104) - 3.4, 3);
  expect(await inputOf('liver', 'albi', 'albumin')).toMatchObject({
    used: { value: '40', date: '2024-03-05', source: { en: 'laboratory result before treatment' } },
  });
});

test('a receptor that the specimens hold is an input of a score of the patients', async () => {
  expect(await inputOf('breast', 'predict-breast-2', 'er')).toMatchObject({
    used: { value: 'positive', date: '2024-03-05' },
  });
  expect(await inputOf('breast', 'npi', 'size_mm')).toMatchObject({ used: { value: '18' } });
});

test('what is missing is asked for, entered, kept with its account, replaced and undone', async () => {
  expect(await inputOf('breast', 'npi', 'grade')).toMatchObject({ used: null, missing: true });
  for (const value of ['2', '3'])
    expect(
      (await order('enterPrognosisInput', { site: 'breast', input: 'grade', value })).answer,
    ).toEqual({ stored: true, problem: null });
  await order('enterPrognosisInput', { site: 'breast', input: 'nodes', value: '0' });
  expect(JSON.parse((await scoreOf('breast', 'npi'))?.answer ?? 'null')).toMatchObject({
    score: 4.36,
  });
  expect(await inputOf('breast', 'npi', 'grade')).toMatchObject({
    used: { value: '3', source: { en: `entered by ${everyone.CLINICIAN.accountId}` } },
    entered: true,
  });
  await order('undoPrognosisInput', { site: 'breast', input: 'grade' });
  expect(await inputOf('breast', 'npi', 'grade')).toMatchObject({ used: { value: '2' } });
  await order('enterPrognosisInput', { site: 'breast', input: 'grade', value: null });
  expect(await inputOf('breast', 'npi', 'grade')).toMatchObject({ used: null, entered: false });
  const { entries = [] } = (await prognosisOf('breast')) ?? {};
  expect(entries.map(({ input, value }) => `${input} ${value}`)).toEqual([
    ...['grade null', 'grade 2', 'nodes 0', 'grade 3', 'grade 2'],
  ]);
});

test('an entry stands in the place of the record, and the record stays in sight', async () => {
  await order('enterPrognosisInput', { site: 'liver', input: 'albumin', value: '28' });
  expect(await inputOf('liver', 'albi', 'albumin')).toMatchObject({
    used: { value: '28' },
    recorded: { value: '40' },
  });
});

describe('nothing is kept', () => {
  test.each([
    ['of a grade 4', 'grade', '4', 'histological grade 1 to 3: 4 is not between 1 and 3.'],
    ['of words for a number', 'nodes', 'many', 'involved nodes: “many” is no number.'],
    ['of half a node', 'nodes', '1.5', 'involved nodes: 1.5 is no whole number.'],
    ['of an empty value', 'nodes', ' ', 'Nothing was entered.'],
    ['of what no score asks', 'shoe size', '38', 'No score asks for “shoe size”.'],
    ['of a very long value', 'nodes', '1'.repeat(200), 'A value has 100 characters at most.'],
  ])('%s', async (_, input, value, problem) => {
    const { answer } = await order('enterPrognosisInput', { site: 'breast', input, value });
    expect(answer).toMatchObject({ stored: false, problem: { en: problem } });
    expect(await db.count('patients.prognosis_entry')).toBe(0);
  });
  test('by who may read and not enter', async () => {
    const given = { site: 'breast', input: 'grade', value: '2' };
    const { codes } = await order('enterPrognosisInput', given, everyone.FOLLOWUP_COORDINATOR);
    expect(codes.length).toBeGreaterThan(0);
    expect(await db.count('patients.prognosis_entry')).toBe(0);
  });
  test('by a clinician of another hospital, who does not see the patient', async () => {
    const stranger = principal('CLINICIAN', hospitals.there);
    const { answer } = await order(
      'enterPrognosisInput',
      { site: 'breast', input: 'grade', value: '2' },
      stranger,
    );
    expect(answer).toMatchObject({ stored: false });
    expect(await prognosisOf('breast', stranger)).toBeUndefined();
  });
  test('by going round the graph: row-level security refuses a row under another account', async () => {
    const [row] = await db.owner`select patient_id, id from patients.tumour limit 1`;
    const write = db.database.session(everyone.CLINICIAN, (session) =>
      session.run({
        text: `insert into patients.prognosis_entry (patient_id, id, tumour_id, institution_id, input, value, entered_by)
          values ($1, gen_random_uuid(), $2, $3, 'grade', '1', 'somebody')`,
        bind: () => [row?.patient_id, row?.id, hospitals.here],
      }),
    );
    await expect(write).rejects.toThrow(/row-level security/);
  });
});

test('a look at the prognosis is audited, and so is an entry', async () => {
  const before = await db.count('basic.audit', `action in ('read', 'change')`);
  await prognosisOf('liver');
  await order('enterPrognosisInput', { site: 'liver', input: 'inr', value: '1.1' });
  expect(await db.count('basic.audit', `action in ('read', 'change')`)).toBeGreaterThan(before);
  expect(await db.count('basic.audit', `detail @> '{"prognosis": "inr"}'`)).toBe(1);
});

test('a score that the board switches off is on no page', async () => {
  await db.owner`insert into basic.rule_switch (id, rule_id, version, in_force, confirmed, reason, switched_by)
    values (gen_random_uuid(), 'albi', 1, false, false, 'Not for our patients.', 'board@nation')`;
  expect((await prognosisOf('liver'))?.scores.map(({ rule }) => rule.id)).not.toContain('albi');
  await db.owner`delete from basic.rule_switch where rule_id = 'albi'`;
});
