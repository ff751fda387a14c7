import type { IngestResult } from '@nodp/intake';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { files, groups, present, read, tally } from './published-records.ts';
import { type Setting, setUp } from './setting.ts';

describe.skipIf(!present)('eight patients of Synthea', () => {
  let db: Setting;
  let results: IngestResult[];
  beforeAll(async () => {
    db = await setUp();
    results = [];
    for (const file of files('synthea', '.json.gz')) results.push(await db.send(read(file)));
  });
  afterAll(() => db.end());

  test('every resource is read, held or kept, none refused', () => {
    expect(results.map((r) => [r.form, r.issues])).toEqual(
      Array.from({ length: 8 }, () => ['transaction', []]),
    );
    // Synthea writes total protein in g/dL and calls it g/L: 603 to 795 g/L, which nobody has.
    const held = results.flatMap((r) => r.entries).filter((e) => e.outcome === 'held');
    expect(new Set(held.map((e) => e.issues[0]?.message.split(' ').slice(0, 2).join(' ')))).toEqual(
      new Set(['Protein, total']),
    );
    expect(results.map((r) => r.status)).toEqual(
      results.map((r) => (r.entries.some((e) => e.outcome === 'held') ? 'partial' : 'accepted')),
    );
    expect(tally(results)).toEqual({
      AllergyIntolerance: { retained: 2 },
      CarePlan: { created: 22 },
      Claim: { created: 360 },
      Condition: { created: 64 },
      DiagnosticReport: { retained: 117 },
      Encounter: { created: 234 },
      ExplanationOfBenefit: { created: 234 },
      Goal: { retained: 15 },
      Immunization: { retained: 87 },
      MedicationRequest: { created: 126 },
      Observation: { created: 1555, held: 21 },
      Organization: { retained: 13 },
      Patient: { created: 8 },
      Practitioner: { retained: 13 },
      Procedure: { created: 157 },
    });
  });

  test('their cancers, stages, treatments and laboratory values', async () => {
    expect(
      await groups(
        db,
        `select kind || ' ' || coalesce(site_group, 'of unsaid site') as key, count(*) as n from patients.tumour group by 1`,
      ),
    ).toEqual({
      'PRIMARY colorectum': 3,
      'PRIMARY lung': 2,
      'PRIMARY prostate': 3,
      'SECONDARY colorectum': 2,
      // Named by its primary: where it lies is not said.
      'SECONDARY of unsaid site': 1,
    });
    expect(
      await groups(db, 'select value as key, count(*) as n from patients.stage group by 1'),
    ).toEqual({ I: 1 });
    expect(
      await groups(db, 'select kind as key, count(*) as n from patients.treatment group by 1'),
    ).toEqual({
      OTHER: 115,
      RADIOTHERAPY: 60,
      SURGERY: 6,
      SYSTEMIC: 102,
    });
    expect(
      await groups(
        db,
        'select drug as key, count(*) as n from patients.treatment where drug is not null group by 1',
      ),
    ).toEqual({
      'calcium folinate': 2,
      cisplatin: 48,
      docetaxel: 1,
      leuprorelin: 1,
      oxaliplatin: 2,
      paclitaxel: 48,
    });
    expect(
      await groups(
        db,
        'select category as key, count(*) as n from patients.observation group by 1',
      ),
    ).toMatchObject({
      chemistry: 597,
      'tumour-marker': 16,
    });
    // Every value with a unit of an analyte the platform knows was brought to the analyte's usual unit.
    // All but filtration rates of 1.73 m², which Synthea writes as clearances: those are retained as sent.
    expect(
      await db.count(
        'patients.observation',
        `normal_value is null and value is not null and category in ('haematology', 'chemistry', 'liver', 'tumour-marker') and code <> '33914-3'`,
      ),
    ).toBe(0);
  });

  test('what lists show of each patient', async () => {
    const rows = await db.owner`
      select leading_site_group as site, broad_stage as stage, vital_status as status, cause_of_death_code as cause
      from patients.patient order by 1, 2, 3, 4`;
    expect(rows.map((r) => [r.site, r.stage, r.status, r.cause])).toMatchInlineSnapshot(`
      [
        [
          "colorectum",
          "UNKNOWN",
          "ALIVE",
          null,
        ],
        [
          "colorectum",
          "UNKNOWN",
          "ALIVE",
          null,
        ],
        [
          "colorectum",
          "UNKNOWN",
          "DEAD",
          "93761005",
        ],
        [
          "colorectum",
          "UNKNOWN",
          "DEAD",
          "94260004",
        ],
        [
          "colorectum",
          "UNKNOWN",
          "DEAD",
          "94260004",
        ],
        [
          "lung",
          "STAGE_I",
          "DEAD",
          "254637007",
        ],
        [
          "prostate",
          "UNKNOWN",
          "ALIVE",
          null,
        ],
        [
          "prostate",
          "UNKNOWN",
          "DEAD",
          "126906006",
        ],
      ]
    `);
  });

  test('sent again, nothing is new', async () => {
    const before =
      await db.owner`select table_name, count(*)::int as n from basic.previous_version group by 1`;
    expect(before).toHaveLength(0);
    const again: IngestResult[] = [];
    for (const file of files('synthea', '.json.gz')) again.push(await db.send(read(file)));
    expect(await db.count('basic.held_record')).toBe(21);
    const outcomes = Object.values(tally(again)).flatMap((f) => Object.keys(f));
    expect(new Set(outcomes)).toEqual(new Set(['unchanged', 'retained', 'held']));
    expect(await db.count('patients.observation')).toBe(1625);
    // The same hospitals and doctors come in several Bundles: each is retained once.
    expect(await db.count('basic.retained_resource')).toBe(239);
    expect(await db.count('basic.previous_version')).toBe(0);
    expect(await db.count('basic.payload')).toBe(8);
    expect(await db.count('basic.submission', `status in ('accepted', 'partial')`)).toBe(16);
  });
});
