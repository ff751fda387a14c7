/** What an export of a release tells somebody who knows of a person what the quasi-identifiers say. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Exported, type Exports, exportsInTurn, type Row } from './export-world.ts';

const PERSONS = 3000;
const TARGETS = 1000;
/** A class of a person, as the export has it. */
const CLASSES = `select person_key, list([sex, age_group, diagnosed, residence, site_group] order by case_number)::varchar as class
  from export_cases group by 1`;

let exports: Exports;
let one: Exported;
beforeAll(async () => {
  exports = await exportsInTurn();
  one = await exports.make(1, `select range as i from range(${PERSONS})`);
});
afterAll(async () => {
  await one.end();
  await exports.end();
});

describe('one export', () => {
  test('everybody in it is alike with four others at least, by what the files say', async () => {
    const [found] = await one.rows(
      `select min(n)::integer as least from (select count(*) as n from (${CLASSES}) group by class)`,
    );
    expect(found?.least).toBeGreaterThanOrEqual(5);
    expect(one.report.reached).toBe(found?.least);
    expect(one.report.uniqueAfter).toBe(0);
    // Before, most were alone.
    expect(one.report.uniqueBefore / PERSONS).toBeGreaterThan(0.9);
    expect(one.report.suppressed / PERSONS).toBeLessThanOrEqual(0.05);
    const [rows] = await one.rows('select count(*)::integer as persons from export_persons');
    expect(rows?.persons).toBe(PERSONS - one.report.suppressed);
  });

  test('attack: a target of whom everything is known that the quasi-identifiers say is found no oftener than one in five', async () => {
    const targets = await one.rows(`
      with class as (${CLASSES}), size as (select class, count(*) as n from class group by 1)
      select 1 / n::double as right from export_person e join class c on c.person_key = e.export_key join size using (class)
      order by hash(e.person_key) limit ${TARGETS}`);
    const right = targets.reduce((sum, row) => sum + (row.right as number), 0);
    expect(targets).toHaveLength(TARGETS);
    expect(right / TARGETS).toBeLessThanOrEqual(0.2);
  });

  test('nothing of the exact columns is in it: neither province nor month, age, key of disclosure or institution', async () => {
    const columns = await one.rows(`describe export_cases`);
    const names = columns.map((column) => column.column_name);
    for (const exact of [
      'record_key',
      'age',
      'diagnosis_year',
      'diagnosis_month',
      'province',
      'institutions',
      'topography',
      'origin_days',
      'only_case',
    ])
      expect(names).not.toContain(exact);
    const values = await one.rows(
      'select distinct residence, diagnosed, age_group from export_cases',
    );
    for (const { residence, diagnosed, age_group } of values as Record<string, string>[]) {
      expect(residence).toMatch(/^([1-8]|unknown|\*)$/);
      expect(diagnosed).toMatch(/^(\d{4}(-Q[1-4]|–\d{4})?|unknown|\*)$/);
      expect(age_group).toMatch(/^(\d+–\d+|\d+\+|unknown|\*)$/);
    }
  });

  test('order and intervals are kept within the error that the manifest states', async () => {
    const manifest = JSON.parse(await readFile(join(one.folder, 'manifest.json'), 'utf8'));
    const pairs = await one.rows(`
      with mapped as (select e.person_key, jittered(t.start_days, e.lasting, e.own) as told, t.start_days as exact
        from released_treatments t join export_person e using (person_key))
      select max(abs(a.told - a.exact))::integer as off, max(abs((b.told - a.told) - (b.exact - a.exact)))::integer as apart,
        count(*) filter (where a.exact < b.exact and a.told > b.told)::integer as turned,
        count(*) filter (where a.exact = b.exact and a.told <> b.told)::integer as parted,
        count(*) filter (where a.exact < 0 and a.told > 0 or a.exact > 0 and a.told < 0)::integer as crossed,
        count(*) filter (where a.told <> a.exact)::integer as moved
      from mapped a join mapped b using (person_key)`);
    const [found] = pairs as [Row];
    expect(found).toMatchObject({ turned: 0, parted: 0, crossed: 0 });
    expect(found.off).toBeLessThanOrEqual(manifest.days.error);
    expect(found.apart).toBeLessThanOrEqual(manifest.days.intervalError);
    expect(found.moved).toBeGreaterThan(PERSONS * 8);
    // What is in the files is that.
    const [gap] = await one.rows(`
      select count(*)::integer as n from export_treatments x left join (
        select e.export_key, jittered(t.start_days, e.lasting, e.own) as told from released_treatments t join export_person e using (person_key)) m
      on m.export_key = x.person_key and m.told = x.start_days where m.told is null`);
    expect(gap?.n).toBe(0);
  });

  test('laboratory values have two digits, and the highest stand together; rare words stay inside', async () => {
    const values = await one.rows('select first_value as v from export_laboratory order by 1 desc');
    for (const { v } of values as { v: number }[]) expect(Number(v.toPrecision(2))).toBe(v);
    expect(new Set(values.slice(0, 5).map((row) => row.v)).size).toBe(1);
    const words = await one.rows(
      `select histology as word from export_cases union select drug from export_treatments`,
    );
    expect(words.filter(({ word }) => String(word).startsWith('sent:'))).toEqual([]);
    expect(one.report.leftOut.map(({ table, column }) => `${table}.${column}`)).toContain(
      'cases.histology',
    );
  });

  test('its folder holds the tables and the manifest, and no key of the release', async () => {
    expect((await readdir(one.folder)).sort()).toEqual([
      'biomarkers.parquet',
      'cases.parquet',
      'laboratory.parquet',
      'manifest.json',
      'outcomes.parquet',
      'persons.parquet',
      'treatments.parquet',
    ]);
  });
});

test('releases of few, of nobody and of persons alike are k-anonymous too', async () => {
  for (const [persons, least] of [
    [0, null],
    [4, null],
    [5, 5],
    [40, 5],
    [300, 5],
  ] as const) {
    const few = await exports.make(50, `select range as i from range(${persons})`);
    expect(few.report.persons).toBe(persons);
    if (least === null) expect(few.report).toMatchObject({ reached: null, suppressed: persons });
    else expect(few.report.reached).toBeGreaterThanOrEqual(least);
    await few.end();
  }
});

describe('two exports', () => {
  /** A tenth came between the two. */
  const later = `select range as i from range(${Math.round(PERSONS * 1.1)})`;

  /** The share of targets that came between that an attacker finds who matches every row of both without error. */
  const newcomersFound = async (second: Exported): Promise<number> => {
    const before = await one.rows('select person_key from export_person');
    const had = before.map((row) => row.person_key).join();
    const targets = await second.rows(`
      with class as (${CLASSES}),
      known as (select e.person_key, c.class, e.person_key in (select unnest([${had}])) as had
        from export_person e join class c on c.person_key = e.export_key),
      size as (select class, had, count(*) as n from known group by all)
      select 1 / n::double as right from known join size using (class, had) where not had order by hash(person_key) limit ${TARGETS}`);
    expect(targets.length).toBeGreaterThan(100);
    return targets.reduce((sum, row) => sum + (row.right as number), 0) / targets.length;
  };

  test('attack: who matches every row of both finds nobody who came between oftener than one in five', async () => {
    const second = await exports.make(2, later, 1);
    expect(await newcomersFound(second)).toBeLessThanOrEqual(0.2);
    expect(second.report.smallest).toBeGreaterThanOrEqual(5);
    await second.end();
    // Were each export k-anonymous by itself alone, newcomers would stand out: the attack is able to succeed.
    const apart = await exports.make(3, later, null);
    expect(await newcomersFound(apart)).toBeGreaterThan(0.25);
    await apart.end();
  });

  test('days are moved anew: exact days that match everybody inside match few in two exports, and their mean is not the true day', async () => {
    const second = await exports.make(2, `select range as i from range(${PERSONS})`, 1);
    const days = (source: string) =>
      `select person_key, list(start_days order by start_days)::varchar as days from ${source} group by 1`;
    const told = new Map(
      (
        await second.rows(
          `select e.person_key, days from export_person e join (${days('export_treatments')}) d on d.person_key = e.export_key`,
        )
      ).map((row) => [row.days, row.person_key]),
    );
    const first = await one.rows(
      `select e.person_key, days from export_person e join (${days('export_treatments')}) d on d.person_key = e.export_key`,
    );
    const matched = first.filter((row) => told.get(row.days) === row.person_key).length;
    expect(matched / first.length).toBeLessThan(0.01);
    await second.end();
    // Of sixteen releases, the mean of a day far from its ends is off by the part that lasts.
    const [mean] = await one.rows(`
      with draws as (
        select e.person_key, avg(jittered(400, e.lasting, hash(e.own, r.r))) as told from export_person e, range(16) r(r) group by 1)
      select avg(abs(told - 400)) as off from draws`);
    expect(mean?.off).toBeGreaterThan(2);
  });
});
