import { expect, test } from 'vitest';
import { reachOf, reachOfFunction } from './reach.ts';

const relations = new Map(
  Object.entries({
    'p.tumour': [true, 'patient_id id institution_id died_on'],
    'p.stage': [true, 'patient_id id tumour_id'],
    'p.listed': [false, 'patient_id institution_id'],
    'p.pair': [false, 'low_id high_id'],
    'b.institution': [false, 'id code'],
  } as const).map(([name, [byPatient, columns]]) => [
    name,
    { byPatient, columns: new Set(columns.split(' ')) },
  ]),
);

test.each([
  ['given', 'select * from p.tumour where patient_id = any($1)'],
  ['given', 'select * from p.tumour t where t.patient_id in ($1, $2) and t.died_on is null'],
  ['given', 'select * from p.tumour where (patient_id, id) = ($1, $2)'],
  ['given', 'select * from p.tumour t join p.stage s using (patient_id) where t.patient_id = $1'],
  ['given', 'select * from unnest($1::uuid[]) a(patient_id) join p.tumour t using (patient_id)'],
  [
    'given',
    'select * from unnest($1::uuid[]) a(p) cross join lateral (select * from p.tumour t where t.patient_id = a.p) x',
  ],
  [
    'given',
    'with asked as (select * from p.tumour where patient_id = $1) select * from asked join p.stage s using (patient_id)',
  ],
  [
    'given',
    'delete from p.tumour where (patient_id, id) in (select a, b from unnest($1::uuid[], $2::uuid[]) x(a, b))',
  ],
  [
    'given',
    'update p.tumour t set died_on = $2 from p.stage s where s.patient_id = t.patient_id and t.patient_id = $1',
  ],
  // The list lies elsewhere, and says of whom the tumours are.
  [
    'given',
    'select * from p.listed l join p.tumour t using (patient_id) where l.patient_id = any($1)',
  ],
  ['none', 'insert into p.tumour values ($1, $2)'],
  ['none', 'select * from b.institution where id = $1'],
  ['fan-out', 'select * from p.tumour where institution_id = $1'],
  ['fan-out', 'select * from p.tumour t join p.stage s using (patient_id)'],
  ['fan-out', 'select * from p.tumour where patient_id = $1 or institution_id = $2'],
  ['fan-out', 'select * from p.tumour where patient_id <> $1'],
  ['fan-out', 'select * from p.tumour where patient_id > $1 order by patient_id limit 5'],
  [
    'fan-out',
    'select * from p.tumour t where exists (select from p.stage s where s.patient_id = t.patient_id)',
  ],
  ['fan-out', 'insert into p.tumour select * from p.stage'],
  ['fan-out', 'select (select count(*) from p.tumour), (select count(*) from p.stage)'],
  [
    'fan-out',
    'select * from p.tumour t join p.stage s on s.tumour_id = t.id where t.patient_id = $1',
  ],
  ['across', 'select * from p.tumour t join p.stage s on s.tumour_id = t.id'],
  [
    'across',
    'select * from p.tumour t where exists (select from p.stage s where s.tumour_id = t.id)',
  ],
  ['across', 'update p.tumour set patient_id = $2 where patient_id = $1'],
  ['across', 'select * from p.tumour where died_on < $1 for update'],
] as const)('%s: %s', async (reach, text) => {
  expect(await reachOf(text, relations)).toBe(reach);
});

const plpgsql = (body: string) => ({
  name: 'p.f',
  language: 'plpgsql',
  definition: `create function p.f(whose uuid[], one uuid) returns int language plpgsql as $$ ${body} $$`,
  body,
});

test.each([
  ['given', 'begin return (select count(*) from p.tumour t where t.patient_id = any (whose)); end'],
  [
    'given',
    'declare n int; begin n := (select count(*) from p.tumour where patient_id = one); return n; end',
  ],
  ['given', 'begin delete from p.stage s where s.patient_id = one; return 1; end'],
  [
    'fan-out',
    'declare r record; begin for r in select * from p.tumour loop perform 1; end loop; return 1; end',
  ],
  ['fan-out', 'begin if exists (select from p.stage) then return 1; end if; return 2; end'],
  ['across', "begin execute format('delete from %I', 'x'); return 1; end"],
])('a function is %s: %s', async (reach, body) => {
  expect(await reachOfFunction(plpgsql(body), relations)).toBe(reach);
});
