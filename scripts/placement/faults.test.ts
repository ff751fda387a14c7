import { expect, test } from 'vitest';
import type { Catalog } from './catalog.ts';
import { faultsOf } from './faults.ts';

/** Tables of a schema that does not exist, and what was got wrong with them. */
const catalog: Catalog = {
  tables: [
    { name: 'p.tumour', columns: ['patient_id', 'id'], key: ['patient_id', 'id'], view: null },
    { name: 'basic.institution', columns: ['id'], key: ['id'], view: null },
    { name: 'p.anything', columns: ['id'], key: ['id'], view: null },
  ],
  constraints: [
    { table: 'p.tumour', name: 'tumour_key', kind: 'unique', columns: ['id'], to: null },
    {
      table: 'p.tumour',
      name: 'tumour_ok',
      kind: 'unique',
      columns: ['patient_id', 'id'],
      to: null,
    },
    { table: 'p.tumour', name: 'tumour_to', kind: 'reference', columns: ['id'], to: 'p.anything' },
    {
      table: 'p.tumour',
      name: 'tumour_code',
      kind: 'reference',
      columns: ['id'],
      to: 'basic.institution',
    },
  ],
  functions: [
    { name: 'p.everyone', language: 'sql', definition: '', body: 'select count(*) from p.tumour' },
    {
      name: 'p.one',
      language: 'sql',
      definition: '',
      body: 'select 1 from p.tumour where patient_id = $1',
    },
  ],
  statementTriggers: [{ table: 'p.tumour', runs: 'p.keep' }],
};

test('what has no place, spans machines, asks all of them or sees a statement’s rows is named, and the rest is not', async () => {
  const statements = [
    { file: 'a.ts', text: 'select * from p.tumour where id = $1' },
    { file: 'b.ts', text: 'select * from p.tumour where patient_id = $1' },
  ];
  const { faults } = await faultsOf({ files: [], statements, catalog });
  // What is marked of the real product is not there.
  const own = faults.filter(
    (fault) => !fault.includes('marked.ts') && !fault.includes('tables.ts names'),
  );
  expect(own).toEqual([
    'p.anything has no place: say in scripts/placement/tables.ts where its rows would lie.',
    expect.stringContaining('p.tumour tumour_key spans machines'),
    expect.stringContaining('p.tumour tumour_to spans machines'),
    expect.stringContaining('p.tumour p.keep sees all rows of a statement at once'),
    'a.ts: 1 statements reach beyond given patients (fan-out), none is marked:',
    '  fan-out: select * from p.tumour where id = $1',
    'The function p.everyone is fan-out, and not marked.',
  ]);
});
