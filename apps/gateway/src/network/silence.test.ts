import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rhythmOf } from './silence.ts';

const from = (start: string, ...gaps: number[]): string[] => {
  const days = [start];
  for (const gap of gaps) {
    const last = new Date(`${days.at(-1)}T00:00:00Z`);
    last.setUTCDate(last.getUTCDate() + gap);
    days.push(last.toISOString().slice(0, 10));
  }
  return days;
};

test('who sends daily is silent on the fourth day, over a weekend not', () => {
  const daily = from('2026-10-01', ...Array<number>(20).fill(1));
  expect(daily.at(-1)).toBe('2026-10-21');
  expect(rhythmOf(daily, '2026-10-24')).toMatchObject({
    usual: 1,
    limit: 3,
    since: 3,
    silent: false,
  });
  expect(rhythmOf(daily, '2026-10-25')).toMatchObject({ since: 4, silent: true });
});

test('who sends monthly is given two months, and one long pause makes no rhythm', () => {
  const monthly = from('2026-05-01', 30, 31, 30, 31);
  expect(rhythmOf(monthly, '2026-10-30')).toMatchObject({ usual: 31, limit: 62, silent: false });
  expect(rhythmOf(monthly, '2026-11-30')).toMatchObject({ silent: true });
  const once = from('2026-08-01', ...Array<number>(18).fill(1), 40, 1);
  expect(rhythmOf(once, once.at(-1) as string)).toMatchObject({ usual: 1 });
});

test('who sent seldom has no rhythm, and who never sent none', () => {
  expect(rhythmOf(from('2026-06-01', 1, 1, 1), '2026-11-30')).toMatchObject({
    usual: null,
    silent: false,
  });
  expect(rhythmOf([], '2026-11-30')).toEqual({
    last: null,
    usual: null,
    limit: null,
    since: null,
    silent: false,
  });
});

test('a day more without a submission never ends a silence', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 }),
      fc.integer({ min: 0, max: 200 }),
      (gaps, wait) => {
        const days = from('2026-01-01', ...gaps);
        const at = (more: number) => from(days.at(-1) as string, more).at(-1) as string;
        const now = rhythmOf(days, at(wait));
        if (now.silent) expect(rhythmOf(days, at(wait + 1)).silent).toBe(true);
        if (now.silent) expect(wait).toBeGreaterThan(3);
      },
    ),
  );
});
