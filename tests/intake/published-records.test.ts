import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { IngestResult } from '@nodp/intake';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Setting, setUp } from './setting.ts';

const shared = resolve(process.env.NODP_SHARED ?? join(import.meta.dirname, '../../../shared'));
const folder = join(shared, 'data/fhir');
const present = existsSync(folder);
if (!present) console.warn(`Skipped: the published records are not in ${folder} (NODP_SHARED).`);

const read = (file: string): string => {
  const raw = readFileSync(join(folder, file));
  return (file.endsWith('.gz') ? gunzipSync(raw) : raw).toString('utf8');
};
const files = (name: string, end: string): string[] =>
  readdirSync(join(folder, name))
    .filter((file) => file.endsWith(end))
    .sort()
    .map((file) => join(name, file));

/** Counts of all results by resource type and outcome: `Observation: { created: 3 }`. */
const tally = (results: readonly IngestResult[]) => {
  const total: Record<string, Record<string, number>> = {};
  for (const { counts } of results) {
    for (const { resourceType, ...outcomes } of counts) {
      total[resourceType] ??= {};
      const of = total[resourceType];
      for (const [outcome, n] of Object.entries(outcomes)) {
        if (n > 0) of[outcome] = (of[outcome] ?? 0) + n;
      }
    }
  }
  return total;
};

const groups = async (db: Setting, text: string): Promise<Record<string, number>> =>
  Object.fromEntries((await db.owner.unsafe(text)).map(({ key, n }) => [key, Number(n)]));

describe.skipIf(!present)('eight patients of Synthea', () => {
  let db: Setting;
  let results: IngestResult[];
  beforeAll(async () => {
    db = await setUp();
    results = [];
    for (const file of files('synthea', '.json.gz')) results.push(await db.send(read(file)));
  });
  afterAll(() => db.end());

  test('every resource is read or kept, none refused', () => {
    expect(results.map((r) => [r.form, r.status, r.issues])).toEqual(
      Array.from({ length: 8 }, () => ['transaction', 'accepted', []]),
    );
    expect(tally(results)).toEqual({
      AllergyIntolerance: { retained: 2 },
      CarePlan: { created: 22 },
      Claim: { retained: 360 },
      Condition: { created: 64 },
      DiagnosticReport: { retained: 117 },
      Encounter: { created: 234 },
      ExplanationOfBenefit: { retained: 234 },
      Goal: { retained: 15 },
      Immunization: { retained: 87 },
      MedicationRequest: { created: 126 },
      Observation: { created: 1576 },
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
    // All but filtration rates of 1.73 m², which Synthea writes as clearances: those are kept as sent.
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
    const outcomes = Object.values(tally(again)).flatMap((f) => Object.keys(f));
    expect(new Set(outcomes)).toEqual(new Set(['unchanged', 'retained']));
    expect(await db.count('patients.observation')).toBe(1646);
    // The same hospitals and doctors come in several Bundles: each is kept once.
    expect(await db.count('basic.retained_resource')).toBe(833);
    expect(await db.count('basic.previous_version')).toBe(0);
    expect(await db.count('basic.payload')).toBe(8);
    expect(await db.count('basic.submission', `status = 'accepted'`)).toBe(16);
  });
});

describe.skipIf(!present)("mCODE's examples", () => {
  let db: Setting;
  let results: IngestResult[];
  beforeAll(async () => {
    db = await setUp();
    const all = files('mcode', '.json');
    const first = all.filter((file) => /Patient-|Bundle-/.test(file));
    results = [];
    for (const file of [...first, ...all.filter((f) => !first.includes(f))]) {
      results.push(await db.send(read(file)));
    }
  });
  afterAll(() => db.end());

  test('every resource is read, kept, or refused with a remedy', async () => {
    expect(tally(results)).toMatchInlineSnapshot(`
      {
        "BodyStructure": {
          "retained": 3,
        },
        "Condition": {
          "created": 7,
          "refused": 1,
          "unchanged": 1,
        },
        "DiagnosticReport": {
          "created": 2,
          "retained": 1,
          "unchanged": 1,
        },
        "FamilyMemberHistory": {
          "retained": 4,
        },
        "Group": {
          "retained": 1,
        },
        "MedicationAdministration": {
          "created": 5,
        },
        "MedicationRequest": {
          "created": 8,
          "unchanged": 3,
        },
        "Observation": {
          "created": 50,
          "refused": 1,
          "retained": 4,
          "unchanged": 12,
        },
        "Organization": {
          "retained": 3,
        },
        "Patient": {
          "created": 5,
        },
        "Practitioner": {
          "retained": 3,
        },
        "Procedure": {
          "created": 7,
          "unchanged": 3,
        },
        "ServiceRequest": {
          "retained": 1,
        },
        "Specimen": {
          "created": 3,
        },
      }
    `);
    const refused = results.flatMap((r) => r.entries).filter((e) => e.outcome === 'refused');
    expect(
      refused.map((e) => `${e.type}/${e.key}: ${e.issues[0]?.message}`),
    ).toMatchInlineSnapshot(`
      [
        "Condition/primary-cancer-condition-cll: The platform knows no Patient cancer-patient-adam-everyman of this institution. Send the Patient first, or in the same Bundle.",
        "Observation/history-of-cancer-metastatic-to-liver: The platform knows no Patient cancer-patient-adam-everyman of this institution. Send the Patient first, or in the same Bundle.",
      ]
    `);
  });

  test('cancers, stages and treatments', async () => {
    expect(
      await groups(
        db,
        `select concat_ws(' ', kind, site_group, topography, morphology, laterality) as key, count(*) as n from patients.tumour group by 1`,
      ),
    ).toMatchInlineSnapshot(`
      {
        "PRIMARY breast C50.9 8500/3 left": 1,
        "PRIMARY breast C50.9 8520/2 left": 1,
        "PRIMARY lung C34.9 8140/3 left": 1,
        "SECONDARY brain C71.9 8000/6": 1,
      }
    `);
    expect(
      await groups(
        db,
        `select concat_ws(' ', axis, classification, value) as key, count(*) as n from patients.stage group by 1`,
      ),
    ).toMatchInlineSnapshot(`
      {
        "Ann Arbor IIIE": 1,
        "Breslow from 0.76 to 1.75 mm": 1,
        "Clark 4": 1,
        "FIGO IIIA": 1,
        "INRG MS": 1,
        "IRS IA": 1,
        "ISUP 4": 1,
        "M c M0": 2,
        "N c N0": 1,
        "R-ISS II": 1,
        "T c T3": 2,
        "T p T3": 1,
        "group IIIC": 3,
        "group c IIB": 1,
        "group c IIIC": 1,
        "group p IIB": 1,
      }
    `);
    expect(
      await groups(
        db,
        `select concat_ws(' ', kind, drug, total_dose_centigray, fractions) as key, count(*) as n from patients.treatment group by 1`,
      ),
    ).toMatchInlineSnapshot(`
      {
        "OTHER": 4,
        "RADIOTHERAPY 6000 30": 2,
        "SURGERY": 1,
        "SYSTEMIC anastrozole": 1,
        "SYSTEMIC cisplatin": 2,
        "SYSTEMIC cyclophosphamide": 2,
        "SYSTEMIC doxorubicin": 2,
        "SYSTEMIC idarubicin": 2,
        "SYSTEMIC paclitaxel": 1,
        "SYSTEMIC prednisone": 1,
        "SYSTEMIC vincristine": 2,
      }
    `);
  });

  test('sent again, nothing is new', async () => {
    for (const file of files('mcode', '.json')) {
      const { counts } = await db.send(read(file));
      for (const { created, updated } of counts)
        expect([file, created, updated]).toEqual([file, 0, 0]);
    }
    expect(await db.count('basic.previous_version')).toBe(0);
  });
});
