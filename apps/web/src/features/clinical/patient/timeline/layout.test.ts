import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  courseOf,
  type LaneId,
  layOut,
  namedRows,
  type TimelineEvent,
  together,
} from './layout.ts';

const day = 86_400_000;
const utc = (text: string) => Date.parse(text);
const event = (
  id: string,
  lane: LaneId,
  from: string,
  to?: string,
  more: Partial<TimelineEvent> = {},
): TimelineEvent => ({
  id,
  lane,
  title: id,
  detail: '',
  when: from,
  start: utc(from),
  end: to ? utc(to) : utc(from) + day,
  approximate: false,
  lasting: to !== undefined,
  colour: '#000000',
  ...more,
});
const year = { start: utc('2020-01-01'), end: utc('2021-01-01') };

describe('swim lanes', () => {
  it('stand in their order, and only where something happened', () => {
    const events = [event('b', 'surgery', '2020-03-01'), event('a', 'diagnosis', '2020-02-01')];
    const lanes = layOut(events, ['diagnosis', 'surgery', 'imaging'], year, 366);
    expect(lanes.map((l) => l.id)).toEqual(['diagnosis', 'surgery']);
    expect(lanes[0]?.rows[0]?.marks[0]?.x).toBe(31);
  });

  it('give each drug its row, and one bar to cycles that touch', () => {
    const cycles = ['2020-02-01', '2020-02-22', '2020-03-14'].map((d, i) =>
      event(`c${i}`, 'systemic', d, new Date(utc(d) + 21 * day).toISOString(), {
        row: 'cisplatin',
      }),
    );
    const other = event('o', 'systemic', '2020-06-01', '2020-07-01', { row: 'osimertinib' });
    const [lane] = layOut([other, ...cycles], ['systemic'], year, 366);
    expect(lane?.rows.map((r) => r.label)).toEqual(['cisplatin', 'osimertinib']);
    expect(lane?.rows[0]?.marks).toHaveLength(1);
    expect(lane?.rows[0]?.marks[0]).toMatchObject({ x: 31, width: 63 });
    expect(lane?.rows[0]?.marks[0]?.events).toHaveLength(3);
  });

  it('join points too near to be told apart, and part them when there is room', () => {
    const visits = ['2020-05-01', '2020-05-03'].map((d) => event(d, 'followup', d));
    expect(layOut(visits, ['followup'], year, 366)[0]?.rows[0]?.marks).toHaveLength(1);
    expect(layOut(visits, ['followup'], year, 3660)[0]?.rows[0]?.marks).toHaveLength(2);
  });

  it('keep bars of one lane apart', () => {
    const overlapping = [
      event('a', 'radiotherapy', '2020-02-01', '2020-03-15'),
      event('b', 'radiotherapy', '2020-03-01', '2020-04-01'),
      event('c', 'radiotherapy', '2020-05-01', '2020-06-01'),
    ];
    const [lane] = layOut(overlapping, ['radiotherapy'], year, 366);
    expect(lane?.rows.map((r) => r.marks.map((m) => m.id))).toEqual([['a', 'c'], ['b']]);
  });

  it('show a date known to the month as wide as the month', () => {
    const month = event('m', 'diagnosis', '2020-03-01', undefined, {
      approximate: true,
      end: utc('2020-04-01'),
    });
    expect(layOut([month], ['diagnosis'], year, 366)[0]?.rows[0]?.marks[0]).toMatchObject({
      bar: true,
      width: 31,
    });
  });

  it('lose nothing: every event in sight is in exactly one mark', () => {
    const arbitrary = fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: 360 }),
        days: fc.integer({ min: 0, max: 90 }),
        drug: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
      }),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(arbitrary, (specs) => {
        const events = specs.map(({ from, days, drug }, i): TimelineEvent => {
          const start = year.start + from * day;
          return {
            ...event(`e${i}`, 'systemic', '2020-01-01'),
            start,
            end: start + Math.max(days, 1) * day,
            lasting: days > 0,
            ...(drug === undefined ? {} : { row: `d${drug}` }),
          };
        });
        const [lane] = layOut(events, ['systemic'], year, 500);
        const marks = lane?.rows.flatMap((r) => r.marks) ?? [];
        const seen = marks.flatMap((m) => m.events.map((e) => e.id)).sort();
        expect(seen).toEqual(events.map((e) => e.id).sort());
        expect(lane?.rows.filter((r) => r.label !== null).length ?? 0).toBeLessThanOrEqual(
          namedRows + 1,
        );
        for (const row of lane?.rows ?? []) {
          const points = row.marks.filter((m) => !m.bar);
          points.slice(1).forEach((m, i) => {
            expect(m.x - (points[i]?.x ?? 0)).toBeGreaterThanOrEqual(together);
          });
        }
      }),
    );
  });
});

describe('the course', () => {
  it('reaches from the first to the last event with a margin', () => {
    const course = courseOf(
      [event('a', 'diagnosis', '2020-01-01'), event('b', 'death', '2023-01-01')],
      0,
    );
    expect(course.start).toBeLessThan(utc('2020-01-01'));
    expect(course.end).toBeGreaterThan(utc('2023-01-02'));
  });
});
