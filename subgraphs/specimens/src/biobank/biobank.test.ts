import { decodeOne, encodeId } from '@nodp/graph';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ADD,
  add,
  ask,
  box,
  collect,
  consent,
  count,
  done,
  freezer,
  here,
  manager,
  next,
  other,
  owner,
  refused,
  researcher,
  STORE,
  store,
  there,
  tissue,
  withBiobank,
} from './testing/biobank.ts';
import { requestCases } from './testing/request-cases.ts';

withBiobank();

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

requestCases();

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
  const [left, retained] = [crypto.randomUUID(), crypto.randomUUID()];
  await collect([tissue(next('T'))]);
  const [own] = await owner`update specimens.bank_donor set patient_id = ${left}
    where id = (select max(id::text)::uuid from specimens.bank_donor where institution_id = ${here}) returning id`;
  await owner`select basic.move_entered(${there}, ${left}, ${retained})`;
  const linked = () => owner`select patient_id from specimens.bank_donor where id = ${own?.id}`;
  expect(await linked()).toEqual([{ patient_id: left }]);
  await owner`select basic.move_entered(${here}, ${left}, ${retained})`;
  expect(await linked()).toEqual([{ patient_id: retained }]);
});

test('whose specimen is moved or whose donor is named stands in the audit, and who is not known does not', async () => {
  const [patient, another] = [crypto.randomUUID(), crypto.randomUUID()];
  const [one, two] = [await collect([tissue(next('T'))]), await collect([tissue(next('T'))])];
  const known = (donor: string, id: string) =>
    owner`update specimens.bank_donor set patient_id = ${id} where id = ${decodeOne('BankDonor', donor)}`;
  await known(one.donor, patient);
  const { id: cold } = await freezer();
  const [first, second] = [await box(cold), await box(cold)];
  const recorded = async () =>
    (
      await owner`select patient_ids as ids from basic.audit where action = 'change' and detail ? 'fields'
        order by number desc limit 1`
    )[0]?.ids;
  await done(...store(one.ids[0], first, 'A1'));
  expect(await recorded()).toEqual([patient]);
  await done(...store(two.ids[0], second, 'A1'));
  expect(await recorded()).toEqual([]);
  await known(two.donor, another);
  await consent(two.donor);
  expect(await recorded()).toEqual([another]);
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
