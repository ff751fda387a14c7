import fc from 'fast-check';
import { safeParse } from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DOMAIN_NAMES, domainOf } from '../domains/registry.ts';
import { parseExpression } from '../parse.ts';
import { type Criterion, criterion } from '../schema/criteria.ts';
import { COUNT_COLUMNS } from '../schema/window.ts';
import { withoutNull } from '../schema/without-null.ts';
import { plainCriteria } from '../testing/arbitraries.ts';
import { periodsOf } from '../testing/interpreter.ts';
import { type Cdm, openCdm } from '../testing/open-cdm.ts';
import { smallExpressions } from '../testing/small-expressions.ts';
import { CODESETS, dayText, persons, tablesOf } from '../testing/small-worlds.ts';
import { codesetsSql } from './codesets.ts';
import { generateCohort } from './generate.ts';
import { criterionSql } from './group.ts';
import { namesOf } from './names.ts';

/** A planned query takes a fifth of a second; more of them by hand: `CIRCE_RUNS=2000`. */
const RUNS = Number(process.env.CIRCE_RUNS ?? 40);

let cdm: Cdm;
beforeAll(async () => {
  cdm = await openCdm();
});
afterAll(() => cdm.close());

it('finds whom reading rows one by one finds', async () => {
  let inside = 0;
  await fc.assert(
    fc.asyncProperty(persons, smallExpressions, async (people, json) => {
      const { expression } = parseExpression(json);
      await cdm.fill(tablesOf(people));
      const { periods } = await generateCohort(expression, cdm, { cdmSchema: 'cdm' });
      const expected = people.flatMap((person) =>
        periodsOf(expression, person, CODESETS).map(
          ([start, end]) => `${person.id} ${dayText(start)} ${dayText(end)}`,
        ),
      );
      inside += expected.length;
      expect(periods.map(({ subjectId, start, end }) => `${subjectId} ${start} ${end}`)).toEqual(
        expected,
      );
    }),
    { numRuns: RUNS },
  );
  // Definitions that let nobody in would agree whatever they said.
  expect(inside).toBeGreaterThan(RUNS / 8);
});

it('puts every attribute of every domain as SQL that DuckDB takes', async () => {
  const names = namesOf({ cdmSchema: 'cdm' });
  await cdm.run(codesetsSql([], names));
  await fc.assert(
    fc.asyncProperty(plainCriteria, async (json) => {
      const parsed = safeParse(criterion, withoutNull(json));
      expect(parsed.issues).toBeUndefined();
      await cdm.rows(`EXPLAIN ${criterionSql(parsed.output as Criterion, names, '')}`);
    }),
    { numRuns: 150 },
  );
});

it('says of a column that it is none of the domain’s, and takes each that is', async () => {
  const names = namesOf({ cdmSchema: 'cdm' });
  await cdm.run(codesetsSql([], names));
  for (const name of DOMAIN_NAMES)
    for (const column of COUNT_COLUMNS) {
      const sql = () => criterionSql({ [name]: {} }, names, 'here', [column]);
      const { columns, source } = domainOf(name);
      const every = ['START_DATE', 'END_DATE', 'VISIT_ID'].includes(column);
      const bySource = column === 'DOMAIN_SOURCE_CONCEPT' && source?.column;
      if (every || bySource || columns[column] !== undefined) await cdm.rows(`EXPLAIN ${sql()}`);
      else expect(sql).toThrow(/^here\..* has no .* to be counted by/);
    }
});
