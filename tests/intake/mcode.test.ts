import type { IngestResult } from '@nodp/intake';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { files, groups, present, read, tally } from './published-records.ts';
import { type Setting, setUp } from './setting.ts';

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
          "created": 49,
          "held": 2,
          "refused": 1,
          "retained": 4,
          "unchanged": 11,
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
        "Condition/primary-cancer-condition-cll: The platform knows no Patient cancer-patient-adam-everyman of this institution. Send the Patient first, or together with it.",
        "Observation/history-of-cancer-metastatic-to-liver: The platform knows no Patient cancer-patient-adam-everyman of this institution. Send the Patient first, or together with it.",
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
