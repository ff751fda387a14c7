import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { encodeId } from '@nodp/graph';
import { askerOf, engines, principalOf } from '@nodp/graph/testing';
import fc from 'fast-check';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { specimens } from '../index.ts';

const here = '01900000-0000-7000-8000-000000000001';
const there = '01900000-0000-7000-8000-000000000002';
const manager = principalOf('BIOBANK_MANAGER', here);
const other = principalOf('BIOBANK_MANAGER', there);
const researcher = principalOf('RESEARCHER', null);
const [, jit] = engines;
const engine = jit?.[1] as (typeof engines)[number][1];

let db: TestDatabase;
let owner: postgres.Sql;
let count = 0;
const next = (what: string): string => `${what}-${++count}`;

beforeAll(async () => {
  db = await testDatabase();
  owner = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  await owner`insert into basic.institution (id, code, name_en, name_zh, tier, region_code) values
    (${here}, 'H1', 'First', '第一', 'NATIONAL', '110000'), (${there}, 'H2', 'Second', '第二', 'PROVINCIAL', '440000')`;
});
afterAll(async () => {
  await owner.end();
  await db.end();
});

const ask = async (principal: typeof manager, query: string, variables: object = {}) =>
  askerOf(specimens, db.database, engine())(principal, query, variables as never);
/** What was answered; fails on any error. */
const done = async (query: string, variables: object = {}, principal = manager) => {
  const { data, messages } = await ask(principal, query, variables);
  expect(messages).toEqual([]);
  return data;
};
/** Why it was refused. */
const refused = async (query: string, variables: object = {}, principal = manager) => {
  const { messages, codes } = await ask(principal, query, variables);
  expect(codes).toEqual(['BAD_USER_INPUT']);
  return messages[0] as string;
};

const tissue = (barcode: string, amount = 100) => ({
  barcode,
  type: 'TISSUE_FROZEN',
  preservation: 'SNAP_FROZEN',
  amount,
  unit: 'mg',
  temperature: 'FREEZER_80',
});
const COLLECT = `mutation ($input: CollectionInput!) { collectSpecimens(input: $input) { edges { node { id barcode state donor { id } } } } }`;
const collect = async (specimensOf: object[], donor = next('D')) => {
  const input = {
    donor,
    collectedAt: '2026-03-01T08:00:00Z',
    procedure: 'SURGERY',
    diagnosis: 'C34.1',
    warmIschaemia: 12,
    specimens: specimensOf,
  };
  const { collectSpecimens } = await done(COLLECT, { input });
  const nodes = collectSpecimens.edges.map(({ node }: { node: object }) => node);
  return { donor: nodes[0].donor.id as string, ids: nodes.map((n: { id: string }) => n.id) };
};
const ADD = `mutation ($input: ContainerInput!) { addContainer(input: $input) { id } }`;
const add = async (input: object) =>
  (await done(ADD, { input: { name: next('N'), barcode: next('C'), ...input } })).addContainer
    .id as string;
const freezer = async () => {
  const site = await add({ kind: 'SITE' });
  const id = await add({ kind: 'FREEZER', parent: site, temperature: 'FREEZER_80' });
  return { site, id };
};
const box = async (parent: string, input: object = {}) =>
  add({ kind: 'BOX', parent, rows: 10, columns: 10, ...input });
const STORE = `mutation ($items: [PlacementInput!]!, $celsius: Float) { storeSpecimens(items: $items, celsius: $celsius) { edges { node { id state position } } } }`;
const store = (specimen: string, container: string, position: string, celsius = -78) =>
  [STORE, { items: [{ specimen, container, position }], celsius }] as const;
const CONSENT = `mutation ($donor: ID!, $uses: [String!]!, $on: String!) { recordConsent(donor: $donor, version: "3.1", uses: $uses, signedOn: $on) { code } }`;
const consent = (donor: string, uses: string[] = ['RESEARCH', 'GENETIC'], on = '2026-02-01') =>
  done(CONSENT, { donor, uses, on });

describe('the tree', () => {
  const DERIVE = `mutation ($input: DerivationInput!) { deriveSpecimens(input: $input) { amount state made { barcode level amount donor { id } } custody { kind amount } } }`;

  test('what is taken is subtracted, and never more than there is', async () => {
    const { ids } = await collect([tissue(next('T'), 50)]);
    const [specimen] = ids;
    const aliquots = [tissue(next('A'), 20), tissue(next('A'), 20)];
    const input = { specimen, taken: 40, aliquots: true, made: aliquots };
    const { deriveSpecimens } = await done(DERIVE, { input });
    expect(deriveSpecimens).toMatchObject({ amount: 10, state: 'COLLECTED' });
    expect(deriveSpecimens.made.map((m: { level: string }) => m.level)).toEqual([
      'ALIQUOT',
      'ALIQUOT',
    ]);
    const more = { specimen, taken: 11, aliquots: false, made: [] };
    expect(await refused(DERIVE, { input: more })).toContain('not as much left');
    const uneven = { specimen, taken: 5, aliquots: true, made: [tissue(next('A'), 6)] };
    expect(await refused(DERIVE, { input: uneven })).toContain('more than what is taken');
    const dna = { ...tissue(next('DNA'), 800), type: 'DNA', unit: 'ng', preservation: 'FROZEN' };
    const last = await done(DERIVE, {
      input: { specimen, taken: 10, aliquots: false, made: [dna] },
    });
    expect(last.deriveSpecimens).toMatchObject({ amount: 0, state: 'USED_UP' });
    expect(last.deriveSpecimens.custody[0].kind).toBe('USED_UP');
  });

  test('whatever is taken, what is left and what was made are the whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 50_000 }),
        fc.array(fc.integer({ min: 1, max: 30_000 }), { maxLength: 5 }),
        async (all, takes) => {
          const { ids } = await collect([tissue(next('P'), all / 1000)]);
          let left = all;
          for (const taken of takes) {
            const part = tissue(next('PA'), taken / 1000);
            const input = {
              specimen: ids[0],
              taken: taken / 1000,
              aliquots: true,
              made: [part],
            };
            const { messages } = await ask(manager, DERIVE, { input });
            if (messages.length === 0) left -= taken;
            else expect(taken > left || left === 0).toBe(true);
          }
          const { bankedSpecimen } = await done(
            `query ($id: ID!) { bankedSpecimen(id: $id) { amount made { amount } } }`,
            { id: ids[0] },
          );
          const made = bankedSpecimen.made.reduce(
            (sum: number, { amount }: { amount: number }) => sum + Math.round(amount * 1000),
            0,
          );
          expect(Math.round(bankedSpecimen.amount * 1000)).toBe(left);
          expect(made + left).toBe(all);
          expect(left).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 15 },
    );
  });

  test('two who take at once cannot take more than there is', async () => {
    const { ids } = await collect([tissue(next('R'), 10)]);
    const input = { specimen: ids[0], taken: 7, aliquots: false, made: [] };
    const both = await Promise.all([
      ask(manager, DERIVE, { input }),
      ask(manager, DERIVE, { input }),
    ]);
    expect(both.map(({ messages }) => messages.length).toSorted()).toEqual([0, 1]);
  });

  test('the amount is held by a constraint too', async () => {
    await collect([tissue(next('K'), 10)]);
    await expect(
      owner`update specimens.bank_specimen set amount = -1 where barcode = ${`K-${count}`} or true`,
    ).rejects.toThrow(/bank_specimen_amount/);
  });
});

describe('positions', () => {
  test('two people at once: one stores, the other reads who lies there', async () => {
    const { id } = await freezer();
    const into = await box(id);
    const { ids } = await collect([tissue(next('W')), tissue(next('W'))]);
    const both = await Promise.all(
      ids.map((specimen: string) => ask(manager, ...store(specimen, into, 'A1'))),
    );
    const messages = both.flatMap((answer) => answer.messages);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/lies in this position already|taken a moment ago/);
    const rows =
      await owner`select 1 from specimens.bank_specimen s join specimens.container c on c.id = s.container_id
      where s.row = 1 and s.column = 1 and s.barcode like 'W-%'`;
    expect(rows).toHaveLength(1);
  });

  test('a container has its own positions and types, and stands in a wider one', async () => {
    const { site, id } = await freezer();
    const plasma = await box(id, { allowedTypes: ['PLASMA'] });
    const { ids } = await collect([tissue(next('V'))]);
    expect(await refused(...store(ids[0], plasma, 'A1'))).toContain('does not take this type');
    expect(await refused(...store(ids[0], await box(id), 'K1'))).toContain('no such position');
    const odd = { kind: 'SITE', parent: id, name: 'X', barcode: next('C') };
    expect(await refused(ADD, { input: odd })).toContain('wider container');
    const again = { kind: 'SITE', name: 'Y', barcode: 'TWICE' };
    await done(ADD, { input: again });
    expect(await refused(ADD, { input: again })).toContain('in use already');
    expect(site).toBeTruthy();
  });

  test('a full box moves in one statement, with its history and each specimen’s', async () => {
    const { site, id } = await freezer();
    const rack = await add({ kind: 'RACK', parent: id, rows: 1, columns: 2 });
    const full = await box(rack, { position: 'A1' });
    const many = Array.from({ length: 100 }, () => tissue(next('F')));
    const { ids } = await collect(many);
    const items = ids.map((specimen: string, i: number) => ({
      specimen,
      container: full,
      position: `${String.fromCharCode(65 + Math.floor(i / 10))}${(i % 10) + 1}`,
    }));
    await done(STORE, { items, celsius: -80 });
    const MOVE = `mutation ($id: ID!, $parent: ID!, $position: String) { moveContainer(id: $id, parent: $parent, position: $position, celsius: -75) {
      position count moves { from to } path { kind } specimens { state place { kind } custody { kind } } } }`;
    const { moveContainer } = await done(MOVE, { id: full, parent: rack, position: 'A2' });
    expect(moveContainer).toMatchObject({ position: 'A2', count: 100 });
    expect(moveContainer.moves).toHaveLength(1);
    expect(moveContainer.specimens).toHaveLength(100);
    for (const { custody } of moveContainer.specimens) expect(custody[0].kind).toBe('MOVED');
    expect(moveContainer.path.map(({ kind }: { kind: string }) => kind)).toEqual([
      ...['SITE', 'FREEZER', 'RACK', 'BOX'],
    ]);
    const second = await box(rack, { position: 'A1' });
    expect(await refused(MOVE, { id: full, parent: rack, position: 'A1' })).toContain(
      'Another container stands there',
    );
    expect(await refused(MOVE, { id: rack, parent: second })).toContain('wider container');
    expect(site).toBeTruthy();
  });

  test('a scan of racks is tried, stored, or told what is wrong by line; tubes may change places', async () => {
    const { id } = await freezer();
    const barcode = next('BOX');
    await box(id, { barcode });
    const [one, two] = [next('S'), next('S')];
    await collect([tissue(one), tissue(two)]);
    const SCAN = `mutation ($csv: String!, $dryRun: Boolean!) { storeRackScan(csv: $csv, dryRun: $dryRun) { tubes stored problems { line column message { en zh } } } }`;
    const scan = async (rows: string[], dryRun = false) =>
      (await done(SCAN, { csv: ['parent,barcode,position', ...rows].join('\n'), dryRun }))
        .storeRackScan;
    const rows = [`${barcode},${one},A01`, `${barcode},${two},A02`];
    expect(await scan(rows, true)).toEqual({ tubes: 2, stored: 0, problems: [] });
    const bad = await scan([
      ...rows,
      `${barcode},nobody,A03`,
      `none,${one}x,A1`,
      `${barcode},y,Z9`,
    ]);
    expect(bad.stored).toBe(0);
    expect(bad.problems.map((p: { line: number; column: string }) => [p.line, p.column])).toEqual([
      [4, 'barcode'],
      [5, 'parent'],
      [6, 'position'],
    ]);
    expect(await scan(rows)).toEqual({ tubes: 2, stored: 2, problems: [] });
    expect(await scan([`${barcode},${one},A02`, `${barcode},${two},A01`])).toMatchObject({
      stored: 2,
    });
    const third = next('S');
    await collect([tissue(third)]);
    const taken = await scan([`${barcode},${third},A01`]);
    expect(taken.problems[0].message.en).toContain(`${two} lies in this position`);
  });

  test('an inventory tells what is missing and misplaced', async () => {
    const { id } = await freezer();
    const barcode = next('INV');
    const into = await box(id, { barcode });
    const [one, two] = [next('I'), next('I')];
    const { ids } = await collect([tissue(one), tissue(two)]);
    await done(...store(ids[0], into, 'A1'));
    await done(...store(ids[1], into, 'A2'));
    const { recordInventory } = await done(
      `mutation ($c: ID!, $csv: String!) { recordInventory(container: $c, csv: $csv) { inventories { present findings { barcode finding expected found } } } }`,
      { c: into, csv: `parent,barcode,position\n${barcode},${one},B1\n` },
    );
    expect(recordInventory.inventories[0]).toEqual({
      present: 0,
      findings: [
        { barcode: one, finding: 'MISPLACED', expected: 'A1', found: 'B1' },
        { barcode: two, finding: 'MISSING', expected: 'A2', found: null },
      ],
    });
  });
});

describe('custody', () => {
  test('a temperature out of bounds is an alert; what was noted is changed by nobody', async () => {
    const { id } = await freezer();
    const { ids } = await collect([tissue(next('X'))]);
    await done(...store(ids[0], await box(id), 'A1', -40));
    await done(`mutation ($c: ID!) { readThermometer(container: $c, celsius: -50) { id } }`, {
      c: id,
    });
    const { custodyAlerts } = await done(
      `{ custodyAlerts { why celsius specimen { id } container { id } } }`,
    );
    expect(custodyAlerts).toEqual(
      expect.arrayContaining([
        { why: 'EXCURSION', celsius: -40, specimen: { id: ids[0] }, container: null },
        { why: 'FREEZER', celsius: -50, specimen: null, container: { id } },
      ]),
    );
    await expect(owner`update specimens.custody_event set celsius = -80`).rejects.toThrow(/never/);
    await expect(owner`delete from specimens.custody_event`).rejects.toThrow(/never/);
  });

  test('a thaw is counted, and only of what was taken out', async () => {
    const { id } = await freezer();
    const { ids } = await collect([tissue(next('TH'))]);
    const NOTE = `mutation ($ids: [ID!]!, $kind: NotedCustody!) { noteSpecimens(ids: $ids, kind: $kind) { edges { node { state thaws position } } } }`;
    await done(...store(ids[0], await box(id), 'A1'));
    expect(await refused(NOTE, { ids, kind: 'THAWED' })).toContain('as it stands');
    await done(NOTE, { ids, kind: 'TAKEN' });
    const { noteSpecimens } = await done(NOTE, { ids, kind: 'THAWED' });
    expect(noteSpecimens.edges[0].node).toEqual({ state: 'OUT', thaws: 1, position: null });
  });
});

describe('from a request to a shipped aliquot', () => {
  const ASK = `mutation ($input: SpecimenRequestInput!) { askSpecimens(input: $input) { id state } }`;
  const input = {
    institution: encodeId('Institution', here),
    title: 'EGFR in young patients',
    purpose: 'Sequencing of frozen tumour.',
    siteGroup: 'lung',
    type: 'TISSUE_FROZEN',
    minAmount: 50,
    unit: 'mg',
    wanted: 1,
    uses: ['RESEARCH', 'GENETIC'],
  };
  const DECIDE = `mutation ($id: ID!) { decideSpecimenRequest(id: $id, approved: true, members: "Li, Wang", reason: "Sound.") { state } }`;
  const RESERVE = `mutation ($id: ID!, $s: [ID!]!) { reserveSpecimens(request: $id, specimens: $s, kept: true) { lines { state specimen { id position } } } }`;
  const SHIP = `mutation ($id: ID!, $n: String!) { shipSpecimens(request: $id, number: $n, courier: "SF", celsius: -78) { state manifest { barcode amount } lines { state } } }`;
  const WITHDRAW = `mutation ($d: ID!) { withdrawConsent(donor: $d, reason: "By letter.") { specimens lines } }`;

  const approved = async () => {
    const { askSpecimens } = await done(ASK, { input }, researcher);
    await done(DECIDE, { id: askSpecimens.id });
    return askSpecimens.id as string;
  };
  const stored = async (amount = 60) => {
    const { id } = await freezer();
    const of = await collect([tissue(next('Q'), amount)]);
    await done(...store(of.ids[0], await box(id), 'A1'));
    return of;
  };

  test('asked, decided, picked, shipped, received, and a result brought back', async () => {
    const of = await stored();
    await stored(10);
    await consent(of.donor);
    const id = await approved();
    const eligible = await done(
      `query ($id: ID!) { specimenRequest(id: $id) { eligible { edges { node { id } } } } }`,
      { id },
    );
    // The others have no consent, or too little.
    expect(eligible.specimenRequest.eligible.edges).toEqual([{ node: { id: of.ids[0] } }]);
    const { reserveSpecimens } = await done(RESERVE, { id, s: of.ids });
    expect(reserveSpecimens.lines).toEqual([
      { state: 'RESERVED', specimen: { id: of.ids[0], position: 'A1' } },
    ]);
    const { shipSpecimens } = await done(SHIP, { id, n: next('M') });
    expect(shipSpecimens).toMatchObject({ state: 'SHIPPED', manifest: [{ amount: 60 }] });
    const barcode = shipSpecimens.manifest[0].barcode;
    const receive = `mutation ($id: ID!) { receiveShipment(request: $id, celsius: -70, condition: "Dry ice left") { state } }`;
    expect((await done(receive, { id }, researcher)).receiveShipment.state).toBe('DELIVERED');
    const bring = `mutation ($input: SpecimenResultInput!) { bringSpecimenResult(input: $input) { state } }`;
    const result = { request: id, barcode, what: 'EGFR', value: 'L858R' };
    await done(bring, { input: result }, researcher);
    expect(await refused(bring, { input: { ...result, barcode: 'other' } }, researcher)).toContain(
      'no specimen of this barcode',
    );
    const { bankedSpecimen } = await done(
      `query ($id: ID!) { bankedSpecimen(id: $id) { state position results { what value } custody { kind } } }`,
      { id: of.ids[0] },
    );
    expect(bankedSpecimen).toMatchObject({
      state: 'RECEIVED',
      position: null,
      results: [{ what: 'EGFR', value: 'L858R' }],
    });
    expect(bankedSpecimen.custody.map(({ kind }: { kind: string }) => kind)).toEqual([
      ...['DELIVERED', 'SHIPPED', 'STORED', 'RECEIVED', 'COLLECTED'],
    ]);
  });

  test('without a consent that covers it nothing is laid aside, and nothing leaves though somebody writes the event', async () => {
    const of = await stored();
    const id = await approved();
    expect(await refused(RESERVE, { id, s: of.ids })).toContain('there is no consent');
    await consent(of.donor, ['RESEARCH']);
    expect(await refused(RESERVE, { id, s: of.ids })).toContain('does not cover');
    const key = await owner`select id from specimens.bank_specimen order by id desc limit 1`;
    const request = await owner`select id from specimens.specimen_request order by id desc limit 1`;
    await expect(
      owner`insert into specimens.custody_event (institution_id, specimen_id, kind, by, request_id)
        values (${here}, ${key[0]?.id}, 'SHIPPED', 'somebody', ${request[0]?.id})`,
    ).rejects.toThrow(/may not leave/);
  });

  test('a withdrawal reaches every aliquot, pools, and what lies aside', async () => {
    const of = await stored();
    const second = await stored();
    await consent(of.donor);
    await consent(second.donor);
    const id = await approved();
    const pool = {
      pool: tissue(next('POOL'), 20),
      parts: [...of.ids, ...second.ids].map((specimen) => ({ specimen, amount: 10 })),
    };
    await done(
      `mutation ($input: PoolInput!) { poolSpecimens(input: $input) { level parts { amount } } }`,
      {
        input: pool,
      },
    );
    await done(RESERVE, { id, s: second.ids });
    const reached = await done(WITHDRAW, { d: second.donor });
    expect(reached.withdrawConsent).toEqual({ specimens: 2, lines: 1 });
    const { messages } = await ask(manager, SHIP, { id, n: next('M') });
    expect(messages[0]).toContain('Nothing lies aside');
    const { specimenRequest } = await done(
      `query ($id: ID!) { specimenRequest(id: $id) { state lines { state } } }`,
      { id },
    );
    expect(specimenRequest).toEqual({ state: 'APPROVED', lines: [{ state: 'WITHDRAWN' }] });
    expect(await refused(RESERVE, { id, s: second.ids })).toContain('withdrawn');
  });

  test('a withdrawal and a shipment at once: it left before, or it stays', async () => {
    for (let i = 0; i < 5; i++) {
      const of = await stored();
      await consent(of.donor);
      const id = await approved();
      await done(RESERVE, { id, s: of.ids });
      const [ship, withdrawn] = await Promise.all([
        ask(manager, SHIP, { id, n: next('M') }),
        ask(manager, WITHDRAW, { d: of.donor }),
      ]);
      expect(withdrawn.messages).toEqual([]);
      const { lines } = withdrawn.data.withdrawConsent;
      expect(ship.messages.length).toBe(lines);
    }
  });

  test('one aliquot lies aside for one request', async () => {
    const of = await stored();
    await consent(of.donor);
    const [first, second] = [await approved(), await approved()];
    await done(RESERVE, { id: first, s: of.ids });
    expect(await refused(RESERVE, { id: second, s: of.ids })).toContain('another request');
  });
});

test('another institution’s biobank, and other researchers, see nothing', async () => {
  const { ids } = await collect([tissue(next('SECRET'))]);
  const everything = `query ($id: ID!) { bankedSpecimens { edges { node { barcode } } } bankedSpecimen(id: $id) { barcode } storageSites { name } custodyAlerts { why } specimenRequests { edges { node { title } } } }`;
  const { data, messages } = await ask(other, everything, { id: ids[0] });
  expect(messages).toEqual([]);
  expect(data).toEqual({
    bankedSpecimens: { edges: [] },
    bankedSpecimen: null,
    storageSites: [],
    custodyAlerts: [],
    specimenRequests: { edges: [] },
  });
  const stranger = { ...researcher, accountId: 'another' };
  const theirs = await ask(stranger, '{ specimenRequests { edges { node { title } } } }');
  expect(theirs.data.specimenRequests.edges).toEqual([]);
  const own = await ask(researcher, '{ specimenRequests { edges { node { title } } } }');
  expect(own.data.specimenRequests.edges.length).toBeGreaterThan(0);
  expect(
    await refused(
      STORE,
      { items: [{ specimen: ids[0], container: encodeId('StorageContainer', here) }] },
      other,
    ),
  ).toContain('no such');
});

test('a donor stays one where the patient’s records are joined to another’s', async () => {
  const [left, kept] = [crypto.randomUUID(), crypto.randomUUID()];
  await collect([tissue(next('T'))]);
  const [own] = await owner`update specimens.bank_donor set patient_id = ${left}
    where id = (select max(id::text)::uuid from specimens.bank_donor where institution_id = ${here}) returning id`;
  await owner`select basic.move_entered(${there}, ${left}, ${kept})`;
  const linked = () => owner`select patient_id from specimens.bank_donor where id = ${own?.id}`;
  expect(await linked()).toEqual([{ patient_id: left }]);
  await owner`select basic.move_entered(${here}, ${left}, ${kept})`;
  expect(await linked()).toEqual([{ patient_id: kept }]);
});

test('labels that are printed again are counted; lists go on where the page ended', async () => {
  const [one, two] = [next('L'), next('L')];
  await collect([tissue(one), tissue(two)]);
  const PRINT = `mutation ($b: [String!]!) { countLabels(barcodes: $b) { barcode times } }`;
  await done(PRINT, { b: [one] });
  const { countLabels } = await done(PRINT, { b: [one, 'nobody'] });
  expect(countLabels).toEqual([{ barcode: one, times: 2 }]);
  const page = `query ($after: String) { bankedSpecimens(search: "L-", first: 1, after: $after) { edges { node { barcode } } pageInfo { hasNextPage endCursor } } }`;
  const first = (await done(page)).bankedSpecimens;
  const second = (await done(page, { after: first.pageInfo.endCursor })).bankedSpecimens;
  expect([first, second].map(({ edges }) => edges[0].node.barcode)).toEqual([one, two].toSorted());
});
