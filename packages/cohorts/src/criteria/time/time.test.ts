import { expect, test } from 'vitest';
import { readSteps, writeSteps } from '../../address.ts';
import { isDecidedAfterDiagnosis } from '../../after-diagnosis.ts';
import type { CohortDefinition } from '../../definition.ts';
import { parseDefinition } from '../../parse.ts';
import { print } from '../../print.ts';
import type { Time } from './form.ts';
import { partsOfTime } from './parts.ts';

const chemotherapy = { treatment: { kind: 'SYSTEMIC' as const } };
const surgery = { treatment: { kind: 'SURGERY' as const } };

/** Systemic treatment first, an operation within 90 days of its end, no recurrence in the half year after. */
const neoadjuvant: Time = {
  index: { event: chemotherapy },
  meets: {
    all: [
      { occurs: { event: surgery, from: 1, to: 90, since: 'END' } },
      { occurs: { event: { outcome: ['RECURRED'] }, from: 1, to: 180, times: { from: 0, to: 0 } } },
      { observed: { after: 180 } },
    ],
  },
};

const found = (definition: CohortDefinition) =>
  parseDefinition(definition).problems.map((p) => `${p.severity} ${p.code} ${p.path}`);

test('time reads in plain words', () => {
  expect(print({ time: neoadjuvant })).toEqual({
    en: 'counted from the first “systemic treatment”: [“surgery” 1 to 90 days after its end and never “disease assessed as recurred” 1 to 180 days after it and followed for 180 days more]',
    zh: '以首次“全身治疗”为起点：【其结束后1至90天有“手术”，且其后1至180天无“病情评估为复发”，且其后随访满180天】',
  });
});

test('time stands in an address among groups', () => {
  const steps = [
    { site: ['lung'] },
    { any: [{ stage: ['STAGE_IV' as const] }, { time: neoadjuvant }] },
    { not: { atMost: { most: 0, of: [{ time: neoadjuvant }, { sex: ['MALE' as const] }] } } },
  ];
  const time =
    'time:first(treatment:systemic;all(occurs(treatment:surgery;1..90;since.end);occurs(outcome:recurred;1..180;times.0..0);observed(..180)))';
  expect(writeSteps(steps)).toBe(`site:lung~any(stage:IV;${time})~not-most.0(${time};sex:male)`);
  expect(readSteps(writeSteps(steps))).toEqual(steps);
});

test('a window that is not said in an address is any time', () => {
  const never = { occurs: { event: surgery, times: { from: 0, to: 0 } } };
  const said = (window: string) =>
    readSteps(`time:first(treatment:systemic;all(occurs(treatment:surgery${window};times.0..0)))`);
  expect(said('')).toEqual([{ time: { index: { event: chemotherapy }, meets: { all: [never] } } }]);
  expect(said('')).toEqual(said(';..'));
});

test('what is odd in time is said with its place', () => {
  expect(found({ time: neoadjuvant })).toEqual([
    'warning immortal-time time.meets',
    'warning immortal-time time.meets.all.2.observed.after',
  ]);
  const death = { mark: 'DEATH' as const };
  expect(
    found({ time: { index: { event: death }, meets: { occurs: { event: surgery, from: 1 } } } }),
  ).toContain('warning never-true time.meets.occurs');
  expect(
    found({
      time: {
        index: { event: chemotherapy, nth: 99 },
        meets: {
          all: [
            { occurs: { event: surgery, from: 90, to: 1 } },
            { occurs: { event: surgery, from: 1, to: 9, times: { from: 2 } } },
            { occurs: { event: surgery, from: 1, to: 9, times: { to: 1 } } },
            { occurs: { event: { treatment: {} }, to: 99_999 } },
          ],
        },
      },
    }),
  ).toEqual(
    expect.arrayContaining([
      'error out-of-range time.index.nth',
      'error range-reversed time.meets.all.0.occurs',
      'warning never-true time.meets.all.2',
      'error nothing-asked time.meets.all.3.occurs.event.treatment',
      'error out-of-range time.meets.all.3.occurs',
    ]),
  );
  expect(found({ time: { index: { event: { moon: 1 } }, meets: { all: [] } } } as never)).toEqual([
    'error misshapen time.index.event',
  ]);
  expect(found({ all: [{ sex: ['MALE'] }, { not: { sex: ['MALE'] } }] })).toEqual([
    'warning never-true all.1',
  ]);
});

test('what leaves persons out one by one is a part of its own', () => {
  const day = { occurs: { event: surgery, from: 17, to: 17 } };
  const value = (meets: Time['meets']): Time => ({ index: { event: chemotherapy }, meets });
  expect(partsOfTime(value({ all: [day] }))).toEqual([]);
  expect(partsOfTime(value({ all: [{ not: day }] }))).toEqual([
    { path: 'meets.all.0.not', value: value(day) },
  ]);
  expect(partsOfTime(neoadjuvant)).toEqual([
    {
      path: 'meets.all.1',
      value: value({
        occurs: { event: { outcome: ['RECURRED'] }, from: 1, to: 180, times: { from: 1 } },
      }),
    },
  ]);
});

test('a cohort by time is decided after diagnosis', () => {
  expect(isDecidedAfterDiagnosis({ all: [{ not: { time: neoadjuvant } }] })).toBe(true);
});
