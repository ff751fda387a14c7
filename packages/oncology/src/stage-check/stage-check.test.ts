import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stageGroup } from '../stage-group/stage-group.ts';
import { everyTable } from '../stage-group/table.ts';
import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import type { CheckedStage } from './facts.ts';
import { STAGE_CHECK } from './rule.ts';
import { checkStage } from './stage-check.ts';

testCases<Record<string, unknown>>(cases, (given) => STAGE_CHECK.decide(given));

const source = { en: 'as sent', zh: '如所送' };

const checked = (given: Partial<CheckedStage>): CheckedStage => ({
  chapters: null,
  topography: null,
  morphology: null,
  diagnosed: null,
  classification: null,
  assessed: null,
  group: null,
  edition: null,
  categories: { T: null, N: null, M: null },
  categorySource: source,
  factors: {},
  sizeMm: null,
  nodesPositive: null,
  operations: null,
  treatedBefore: null,
  metastasis: null,
  otherGroups: [],
  ...given,
});

test('a group that the table gives is never contradicted, and every other of it is', () => {
  const tables = everyTable();
  fc.assert(
    fc.property(
      fc.constantFrom(...tables).chain((table) =>
        fc.record({
          table: fc.constant(table),
          t: fc.constantFrom(...table.leaves.T),
          n: fc.constantFrom(...table.leaves.N),
          m: fc.constantFrom(...table.leaves.M),
        }),
      ),
      ({ table, t, n, m }) => {
        const stage = {
          chapters: [table.text.chapter],
          edition: table.text.edition,
          classification: table.text.classification ?? null,
          categories: { T: `T${t}`, N: `N${n}`, M: `M${m}` },
        };
        const { possible } = stageGroup({ ...checked(stage), ...stage });
        const codes = (group: string) =>
          checkStage(checked({ ...stage, group: { value: group, source } })).map(
            ({ code }) => code,
          );
        for (const group of possible) expect(codes(group)).not.toContain('group-differs');
        if (possible.length > 0 && !possible.some((group) => group.startsWith('0')))
          expect(codes('0')).toContain('group-differs');
      },
    ),
    { numRuns: 300 },
  );
});

test('every finding names both of its sources in both languages', () => {
  const findings = cases.flatMap(({ given }) => STAGE_CHECK.decide(given).explanation);
  expect(findings.length).toBeGreaterThan(20);
  for (const { en, zh } of findings) {
    expect(en).toMatch(/\[[^\]]+\]$/);
    expect(zh).toMatch(/[\u4e00-\u9fff].*］$/);
  }
});
