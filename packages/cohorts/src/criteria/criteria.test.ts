import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passedOver, readSteps, writeSteps } from '../address.ts';
import { canonical } from '../canonical.ts';
import { criterionOf, formOf, KINDS } from '../definition.ts';
import { parseDefinition } from '../parse.ts';
import { print } from '../print.ts';
import { criteriaOfKind } from '../testing/definitions.ts';

describe.each(KINDS)('the criterion %s', (kind) => {
  const form = formOf(kind);

  test('comes back from an address as it went, taken in and left out', () => {
    fc.assert(
      fc.property(criteriaOfKind(kind), (criterion) => {
        for (const steps of [[criterion], [{ not: criterion }]]) {
          const text = writeSteps(steps);
          expect(text).not.toMatch(/~|\s/);
          expect(canonicalised(readSteps(text))).toEqual(canonicalised(steps));
        }
      }),
    );
  });

  test('asks nothing when blank, and is then refused, in an address too', () => {
    const blank = criterionOf(kind, form.blank as never);
    expect(form.asks(form.blank)).toBe(false);
    expect(readSteps(writeSteps([blank]))).toEqual([blank]);
    expect(parseDefinition(blank).runnable).toBe(false);
  });

  test('is taken by its own schema, and reads in both languages', () => {
    fc.assert(
      fc.property(criteriaOfKind(kind), (criterion) => {
        const { problems, ...parsed } = parseDefinition(criterion);
        expect(parsed).toEqual({ definition: criterion, runnable: true });
        expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        if (kind !== 'time' && kind !== 'vital') expect(problems).toEqual([]);
        expect(form.asks(Object.values(criterion)[0])).toBe(true);
        const { en, zh } = print(criterion);
        expect(en).toMatch(/^[^\u4e00-\u9fff]+$/);
        expect(zh).not.toBe('');
        expect(canonical(canonical(criterion))).toEqual(canonical(criterion));
      }),
    );
  });
});

const canonicalised = (steps: ReturnType<typeof readSteps>) => steps.map(canonical);

test('an address reads as words', () => {
  const steps = [
    { site: ['lung', 'liver'] },
    { not: { stage: ['STAGE_III' as const, 'STAGE_IV' as const] } },
    { age: { from: 50, to: 69 } },
    { year: { from: 2020 } },
    { treatment: { kind: 'SYSTEMIC' as const, drugs: ['erlotinib'], regimens: ['R-CHOP'] } },
    { not: { biomarker: { biomarker: '1p/19q', findings: ['POSITIVE' as const] } } },
  ];
  const text =
    'site:lung,liver~not-stage:III,IV~age:50-69~year:2020-~treatment:systemic,drug.erlotinib,regimen.R-CHOP~not-biomarker:1p/19q,positive';
  expect(writeSteps(steps)).toBe(text);
  expect(readSteps(text)).toEqual(steps);
  expect(writeSteps([])).toBe('everyone');
  expect(readSteps('everyone')).toEqual([]);
  expect(readSteps('age:65')).toEqual([{ age: { from: 65, to: 65 } }]);
});

test('what cannot be read in an address is passed over, whatever stands there', () => {
  expect(readSteps('nonsense:1~site:lung,LUNG!,<b>~stage:V,iv~age:x~sex')).toEqual([
    { site: ['lung'] },
    { stage: ['STAGE_IV'] },
  ]);
  expect(readSteps(undefined)).toEqual([]);
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^([a-z-]{0,9}:?[\w.,~/-]{0,20}){0,5}$/)),
      (text) => {
        const read = readSteps(text);
        expect(readSteps(writeSteps(read))).toEqual(read);
      },
    ),
  );
});

test('what is passed over in an address is named, and nothing of an address that was written', () => {
  expect(passedOver('nonsense:1~site:lung,LUNG!~stage:IV~age:x~sex')).toEqual([
    'nonsense:1',
    'site:lung,LUNG!',
    'age:x',
    'sex',
  ]);
  // Half a condition would be a wider cohort.
  const half = 'time:first(treatment:systemic;all(occurs(treatment:surgery;soon)))';
  expect(passedOver(`site:lung~${half}`)).toEqual([half]);
  for (const text of [undefined, '', 'everyone', 'age:65', 'stage:iii']) {
    expect(passedOver(text)).toEqual([]);
  }
  fc.assert(
    fc.property(fc.array(fc.oneof(...KINDS.map(criteriaOfKind)), { maxLength: 6 }), (steps) => {
      expect(passedOver(writeSteps(steps))).toEqual([]);
    }),
  );
});
