import { type Role, roles } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { encodeId } from '@nodp/graph';
import {
  askerOf,
  deviations,
  engines,
  occurrences,
  principalOf,
  probesOf,
  rolesOfKinds,
  unprobed,
} from '@nodp/graph/testing';
import { CIVIC_EVIDENCE_VERSION } from '@nodp/oncology';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { biobankAccess, biobankArguments } from './biobank/testing/access.ts';
import { specimens } from './index.ts';
import { anna, bo, chen, here, patients, sendSpecimens, submission } from './testing/given.ts';

const there = '01900000-0000-7000-8000-000000000002';
const clinician = principalOf('CLINICIAN', here);

let db: TestDatabase;
let ids: ReadonlyMap<string, string>;

beforeAll(async () => {
  db = await testDatabase();
  ids = await sendSpecimens(db);
});
afterAll(() => db.end());

const patientOf = (patientId: string) => ({
  __typename: 'Patient',
  id: encodeId('Patient', patientId),
});
const idOf = (patientId: string, sourceId: string) => ids.get(`${patientId} ${sourceId}`) as string;
const everything = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on Patient { id
    specimens { id accession type { code label { en zh } } bodySite { label { en } } collectedOn status
      parent { accession } aliquots { accession aliquots { accession } } }
    pathologyReports { what { label { en } } status date conclusion text }
    biomarkers { what { system code label { en } } result { label { en } } amount { value comparator unit } finding date }
    variants { symbol gene { label { en } } partner { label { en } } kind presence protein coding genomic transcript name copyNumber
      alleleFraction origin method { label { en } } specimen { accession } date }
    genomicTests { what { label { en } } genes region method { label { en } } date } } } }`;

const carers: readonly Role[] = ['CLINICIAN', 'FOLLOWUP_COORDINATOR', 'SYSTEM'];
const table: Readonly<Record<string, readonly Role[]>> = {
  ...rolesOfKinds(new URL('..', import.meta.url)),
  Query: carers,
  Patient: carers,
  'Query.evidenceSets': [...carers, 'DATA_MANAGER'],
  'Query.drugLabelSets': [...carers, 'DATA_MANAGER'],
  ...biobankAccess,
  DrugLabelSet: [...carers, 'DATA_MANAGER'],
  DrugLabel: carers,
  EvidenceSet: [...carers, 'DATA_MANAGER'],
  EvidenceChange: [...carers, 'DATA_MANAGER'],
  Tumour: carers,
  TargetedOptions: carers,
  DrugEvidence: carers,
  EvidenceMatch: carers,
  UndecidedEvidence: carers,
  Publication: roles,
  Coded: roles,
  Label: roles,
  Quantity: roles,
};
const samples = () => ({
  arguments: { 'Query.specimen': `(id: "${idOf(anna, 'block')}")`, ...biobankArguments },
  references: {
    Patient: { id: encodeId('Patient', anna) },
    Specimen: { id: idOf(anna, 'slide-1') },
    Tumour: { id: encodeId('Tumour', anna, submission) },
    Publication: { pmid: '1' },
  },
});

describe.each(engines)('specimens under %s', (_, engine) => {
  const asker = () => askerOf(specimens, db.database, engine());

  test('a patient’s specimens form a tree; reports and biomarkers come latest first', async () => {
    const { data, messages } = await asker()(clinician, everything, {
      representations: [patientOf(anna)],
    });
    expect(messages).toEqual([]);
    const [patient] = data._entities;
    expect(patient.specimens).toEqual([
      {
        id: idOf(anna, 'block'),
        accession: 'SECRET-1',
        type: { code: null, label: { en: 'Tissue', zh: '组织' } },
        bodySite: null,
        collectedOn: '2024-03-14',
        status: 'available',
        parent: null,
        aliquots: [
          { accession: 'SECRET-2', aliquots: [] },
          { accession: 'SECRET-3', aliquots: [] },
        ],
      },
      expect.objectContaining({ collectedOn: '2024-03', parent: { accession: 'SECRET-1' } }),
      expect.objectContaining({ collectedOn: null, bodySite: { label: { en: 'Left lung' } } }),
    ]);
    expect(patient.pathologyReports.map((r: { date: string }) => r.date)).toEqual([
      '2024-03-20',
      '2024-03-14',
      null,
    ]);
    expect(patient.biomarkers).toEqual([
      expect.objectContaining({
        date: '2024',
        result: { label: { en: 'Exon 19 deletion' } },
        amount: null,
        finding: 'positive',
      }),
      expect.objectContaining({
        date: '2024-03-20',
        result: null,
        amount: { value: 30, comparator: null, unit: '%' },
        finding: null,
      }),
    ]);
    expect(patient.variants).toEqual([
      expect.objectContaining({
        symbol: 'EGFR',
        protein: 'p.Leu858Arg',
        alleleFraction: 0.23,
        specimen: { accession: 'SECRET-1' },
        date: '2024-03-20',
      }),
    ]);
    expect(patient.genomicTests).toEqual([expect.objectContaining({ genes: ['ALK', 'EGFR'] })]);
  });

  test('options are looked up where the board has switched them on, over the variants of the patient', async () => {
    const options = (tumour: string) => ({
      __typename: 'Tumour',
      id: encodeId('Tumour', tumour, submission),
      topography: { code: 'C34.1' },
      morphology: { code: '8140/3' },
    });
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Tumour {
      targetedOptions { inForce evidenceAsOf disease { en zh } found genesTested count undecidedCount
        drugs { drugs names { zh } contradicting items { evidenceId tier relation level direction significance publication { pmid } } } } } } }`;
    const asked = async () => {
      const { data, messages } = await asker()(clinician, query, {
        representations: [options(anna), options(bo)],
      });
      expect(messages).toEqual([]);
      return data._entities.map((one: { targetedOptions: object }) => one.targetedOptions);
    };
    const owner = postgres(db.ownerUrl, { max: 1 });
    await owner`delete from basic.rule_switch`;
    expect((await asked())[0]).toMatchObject({ inForce: false, count: 0, drugs: [] });
    await owner`insert into basic.rule_switch (id, rule_id, version, in_force, confirmed, reason, switched_by)
      values (gen_random_uuid(), 'civic-evidence', ${CIVIC_EVIDENCE_VERSION}, true, false, 'for the test', 'board')`;
    await owner.end();
    const [ofAnna, ofBo] = await asked();
    expect(ofAnna).toMatchObject({
      inForce: true,
      disease: { en: 'lung adenocarcinoma', zh: '肺腺癌' },
      // The biomarker's words and the variant.
      found: ['EGFR Exon 19 Deletion', 'EGFR L858R'],
      genesTested: ['ALK', 'EGFR'],
    });
    const gefitinib = ofAnna.drugs.find(
      ({ drugs }: { drugs: string[] }) => drugs[0] === 'Gefitinib',
    );
    expect(gefitinib.names).toEqual([{ zh: '吉非替尼' }]);
    expect(gefitinib.items[0]).toMatchObject({
      tier: 'exact',
      publication: { pmid: expect.stringMatching(/^\d+$/) },
    });
    expect(ofBo).toMatchObject({ inForce: true, found: [], count: 0, drugs: [] });
  });

  test('a specimen is found by its id, and as an entity; an unknown one is null', async () => {
    const ask = asker();
    const one = await ask(
      clinician,
      'query ($id: ID!) { specimen(id: $id) { accession parent { accession } } }',
      { id: idOf(chen, 'slide-9') },
    );
    expect(one.data).toEqual({ specimen: { accession: 'SECRET-5', parent: null } });
    const unknown = encodeId('Specimen', anna, submission);
    const query =
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Specimen { accession } } }';
    const representations = [idOf(anna, 'block'), unknown, idOf(bo, 'block')].map((id) => ({
      __typename: 'Specimen',
      id,
    }));
    const found = await ask(clinician, query, { representations });
    expect(found.data._entities).toEqual([
      { accession: 'SECRET-1' },
      null,
      { accession: 'SECRET-4' },
    ]);
    // Identity, audit, specimens.
    expect(found.statements).toBe(3);
    const wrong = await ask(clinician, '{ specimen(id: "pat_x") { accession } }');
    expect(wrong.codes).toEqual(['BAD_USER_INPUT']);
  });

  test('the number of statements does not grow with patients or lists', async () => {
    const ask = asker();
    const one = await ask(clinician, everything, { representations: [patientOf(bo)] });
    const all = await ask(clinician, everything, { representations: patients.map(patientOf) });
    expect(all.data._entities.flatMap((p: { specimens: object[] }) => p.specimens)).toHaveLength(5);
    // Identity, audit, specimens, reports, biomarkers, variants, genomic tests.
    expect(one.statements).toBe(7);
    expect(all.statements).toBe(7);
  });

  test('each access is on record, with its patients', async () => {
    const owner = postgres(db.ownerUrl, { max: 1 });
    await owner`truncate basic.audit`;
    await asker()(clinician, everything, { representations: [patientOf(anna), patientOf(bo)] });
    const rows =
      await owner`select account_id, role, action, patient_ids, request_id from basic.audit`;
    await owner.end();
    expect([...rows]).toEqual([
      {
        account_id: clinician.accountId,
        role: 'CLINICIAN',
        action: 'read',
        patient_ids: [anna, bo],
        request_id: 'test',
      },
    ]);
  });

  test('each role reads what is open to it by every path, and nothing else', async () => {
    const probes = probesOf(specimens, samples());
    expect(unprobed(specimens.schema, probes)).toEqual([]);
    const found = await deviations(asker(), probes, table, here);
    // The samples of mutations lead to no rows: what they do is the biobank's own test; who is kept out is this one's.
    expect(found.filter((text) => !/was refused .* through Mutation\./.test(text))).toEqual([]);
  });

  test('another institution finds nothing by any path', async () => {
    const ask = asker();
    const probes = probesOf(specimens, samples());
    const seenBy = (institution: string) =>
      occurrences(ask, principalOf('CLINICIAN', institution), probes, 'SECRET');
    expect(await seenBy(here)).toBeGreaterThan(5);
    expect(await seenBy(there)).toBe(0);
  });
});
