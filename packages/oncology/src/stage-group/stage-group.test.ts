import { parseStageGroup } from '@nodp/terminology';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testCases } from '../testing/cases.ts';
import { sharedClinical, trySharedFile } from '../testing/shared-clinical.ts';
import cases from './cases.json' with { type: 'json' };
import { CHAPTER_NAMES } from './chapter-names.ts';
import { CHAPTERS } from './chapters.ts';
import { commonGroup } from './common-group.ts';
import { STAGE_GROUP } from './rule.ts';
import { stageGroup } from './stage-group.ts';
import type { StagedTumour } from './staged-tumour.ts';
import { everyTable, type StageTable } from './table.ts';

testCases<Record<string, unknown>>(cases, (given) => STAGE_GROUP.decide(given));

const tables = everyTable();
const nameOf = ({ text }: StageTable): string =>
  [text.chapter, text.edition, text.classification].filter(Boolean).join(' ');

const asked = (table: StageTable, T: string, N: string, M: string): StagedTumour => ({
  chapters: [table.text.chapter],
  topography: null,
  morphology: null,
  diagnosed: null,
  edition: table.text.edition,
  classification: table.text.classification ?? null,
  categories: { T, N, M },
  factors: {},
});

describe.each(tables.map((table) => [nameOf(table), table] as const))(
  'the table of %s',
  (_, table) => {
    test('has groups of the canonical form, and a use for each category', () => {
      const used = { T: new Set<string>(), N: new Set<string>(), M: new Set<string>() };
      for (const t of table.leaves.T)
        for (const n of table.leaves.N)
          for (const m of table.leaves.M) {
            const rows = table.rowsOf(t, n, m);
            for (const { group } of rows) expect(parseStageGroup(group)?.code).toBe(group);
            if (rows.length === 0) continue;
            used.T.add(t);
            used.N.add(n);
            used.M.add(m);
          }
      // T0 is declared everywhere, so that it is told from a category that does not exist.
      for (const axis of ['T', 'N', 'M'] as const)
        expect(
          table.leaves[axis].filter(
            (leaf) => leaf !== '0' && leaf !== 'is' && !used[axis].has(leaf),
          ),
        ).toEqual([]);
    });

    test('is of a chapter that a tumour can be found to be of', () => {
      expect(CHAPTERS.map(({ id }) => id)).toContain(table.text.chapter);
      expect(CHAPTER_NAMES.has(table.text.chapter)).toBe(true);
    });
  },
);

const position = fc.constantFrom(...tables).chain((table) =>
  fc.record({
    table: fc.constant(table),
    t: fc.constantFrom(...table.leaves.T),
    n: fc.constantFrom(...table.leaves.N),
    m: fc.constantFrom(...table.leaves.M),
  }),
);

test('what is known less precisely leaves every group open that the precise category may make', () => {
  fc.assert(
    fc.property(position, ({ table, t, n, m }) => {
      const precise = stageGroup(asked(table, `T${t}`, `N${n}`, `M${m}`));
      for (const less of [
        asked(table, `T${t.slice(0, 1)}`, `N${n}`, `M${m}`),
        asked(table, `T${t}`, 'NX', `M${m}`),
        // An occult carcinoma is no tumour of unknown size.
        ...(table.text.occult && n === '0' && m === '0'
          ? []
          : [asked(table, 'TX', `N${n}`, `M${m}`)]),
      ]) {
        if (!/^\d/.test(t) || t === '0' || n === 'X' || t === 'X') continue;
        if (table.text.nxIsN0 || table.leaves.N.includes('X') || table.leaves.T.includes('X'))
          continue;
        if (table.leaves.T.includes(t.slice(0, 1)) && t.length > 1) continue;
        const open = stageGroup(less);
        for (const group of precise.possible) expect(open.possible).toContain(group);
        if (open.value !== null && precise.value !== null)
          expect(commonGroup([open.value.group, precise.value.group])).toBe(open.value.group);
      }
    }),
    { numRuns: 500 },
  );
});

test('a metastasis is of the last stage, where the chapter has one for it', () => {
  fc.assert(
    fc.property(position, ({ table, t, n, m }) => {
      const { possible } = stageGroup(asked(table, `T${t}`, `N${n}`, `M${m}`));
      if (
        m === '0' ||
        table.text.chapter === 'testis' ||
        table.text.chapter.startsWith('thyroid-diff')
      )
        return;
      for (const group of possible) expect(parseStageGroup(group)?.broad).toBe('IV');
    }),
  );
});

test('what several groups have in common', () => {
  expect(commonGroup(['IIB', 'IIC'])).toBe('II');
  expect(commonGroup(['IIIC1', 'IIIC2'])).toBe('IIIC');
  expect(commonGroup(['IA', 'IS'])).toBe('I');
  expect(commonGroup(['0a', '0is'])).toBe('0');
  expect(commonGroup(['IIC', 'IIIA'])).toBeNull();
  expect(commonGroup([])).toBeNull();
});

describe.skipIf(sharedClinical('staging_examples.csv') === null)(
  'the worked examples of the shared folder',
  () => {
    // pT4b NX M0 of the oesophagus (adenocarcinoma): T4b with N0 to N2 is IVA, any T with N3 is IVA, and IVB is M1 alone.
    test('agree but for one, where the public engine says IVB of a tumour without metastasis', () => {
      expect(trySharedFile(STAGE_GROUP, 'staging_examples.csv').different).toEqual(['line 43']);
    });
  },
);
