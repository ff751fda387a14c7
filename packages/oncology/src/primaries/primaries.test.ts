import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testCases } from '../testing/cases.ts';
import { tumour } from '../testing/reports.ts';
import cases from './cases.json' with { type: 'json' };
import { primariesOf } from './primaries.ts';

const ids = (given: readonly object[]) =>
  primariesOf(given.map((t) => tumour(t as never))).map((reports) => reports.map(({ id }) => id));

testCases(cases, ids);

test('every primary report is in one primary, whatever the order they come in', () => {
  const report = fc.record({
    kind: fc.constantFrom('PRIMARY', 'SECONDARY'),
    siteGroup: fc.constantFrom('lung', 'breast', null),
    laterality: fc.constantFrom('left', 'right', null),
    diagnosed: fc.constantFrom('2010-01-01', '2010-08', '2011-06-01', '2019', null),
  });
  fc.assert(
    fc.property(fc.array(report, { maxLength: 8 }), (reports) => {
      const named = reports.map((r, i) => ({ ...r, id: `t${i}` }));
      const found = ids(named);
      const primaries = named.filter((r) => r.kind === 'PRIMARY').map((r) => r.id);
      expect(found.flat().sort()).toEqual(primaries.sort());
      expect(ids(named.toReversed())).toEqual(found);
    }),
  );
});
