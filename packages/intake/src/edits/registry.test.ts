import { analytes } from '@nodp/terminology/loinc';
import { describe, expect, test } from 'vitest';
import { DATE_EDITS } from './dates/edits.ts';
import { DUPLICATE_EDITS } from './duplicates/edits.ts';
import { AGE_EDITS, CHILDHOOD_EDITS } from './iarc/age-edits.ts';
import { GRADE_EDITS } from './iarc/grade-edits.ts';
import { HISTOLOGY_EDITS } from './iarc/histology-edits.ts';
import { SEX_EDITS } from './iarc/sex-edits.ts';
import { LABORATORY_EDITS } from './laboratory/edits.ts';
import { LIMIT_ROWS } from './laboratory/limits.ts';
import { EDITS } from './registry.ts';

describe('the registry', () => {
  test.each(Object.entries(EDITS))(
    '%s says what it is in both languages, and whence',
    (_, edit) => {
      expect(edit.title.en).toMatch(/^[A-Z]/);
      expect(edit.title.zh).toMatch(/\p{Script=Han}/u);
      expect(edit.source.length).toBeGreaterThan(10);
      expect(edit.since).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(edit.kinds.length).toBeGreaterThan(0);
    },
  );

  test('an id is of one edit of one family', async () => {
    const families = [
      DATE_EDITS,
      SEX_EDITS,
      HISTOLOGY_EDITS,
      AGE_EDITS,
      CHILDHOOD_EDITS,
      GRADE_EDITS,
      LABORATORY_EDITS,
      DUPLICATE_EDITS,
    ];
    const ids = families.flatMap((family) => Object.keys(family));
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(EDITS).sort()).toEqual(ids.sort());
  });

  test('limits are of analytes that there are, and wider than their usual ranges', () => {
    for (const row of LIMIT_ROWS.trim().split('\n')) {
      const [id, least, most] = row.split('|');
      const analyte = analytes().find((one) => one.id === id);
      expect(analyte, id).toBeDefined();
      for (const range of [analyte?.reference?.male, analyte?.reference?.female]) {
        if (range?.low != null) expect(Number(least), id).toBeLessThanOrEqual(range.low * 0.6);
        if (range?.high != null)
          expect(Number(most), id).toBeGreaterThanOrEqual(Math.min(range.high * 2, 90));
      }
    }
  });
});
