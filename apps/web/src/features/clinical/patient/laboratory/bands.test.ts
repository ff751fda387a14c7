import { describe, expect, it } from 'vitest';
import type { LaneId, TimelineEvent } from '../timeline/layout.ts';
import { bandsOf, gapsOf } from './bands.ts';

const event = (lane: LaneId, start: number, end: number): TimelineEvent => ({
  id: `${lane}${start}`,
  lane,
  title: '',
  detail: '',
  when: '',
  start,
  end,
  approximate: false,
  lasting: true,
  colour: '#000000',
});
const regimen = (en: string, from: string, to: string | null) => ({
  label: { en, zh: en },
  line: 1,
  from,
  to,
  ongoing: to === null,
});
const now = Date.parse('2026-11-28');
const name = ({ label }: { label: { en: string } }) => label.en;

describe('treatment bands', () => {
  it('join fields of radiotherapy that touch and leave pauses open', () => {
    const bands = bandsOf(
      [
        event('radiotherapy', 40, 50),
        event('radiotherapy', 0, 10),
        event('radiotherapy', 10, 20),
        event('radiotherapy', 12, 15),
      ],
      [],
      name,
      now,
    );
    expect(bands.map((b) => [b.start, b.end])).toEqual([
      [0, 20],
      [40, 50],
    ]);
  });
  it('show what treats the cancer, and nothing else', () => {
    const others = [event('other', 0, 1), event('imaging', 0, 1), event('systemic', 0, 1)];
    expect(bandsOf(others, [], name, now)).toEqual([]);
    expect(
      bandsOf([event('surgery', 0, 1), event('radiotherapy', 0, 1)], [], name, now),
    ).toHaveLength(2);
  });
  it('name regimens; what goes on reaches today', () => {
    const bands = bandsOf(
      [],
      [regimen('FOLFOX', '2026-01-02', '2026-05-02'), regimen('CAPIRI', '2026-09-01', null)],
      name,
      now,
    );
    expect(bands.map((b) => [b.name, new Date(b.end).toISOString().slice(0, 10)])).toEqual([
      ['FOLFOX', '2026-05-03'],
      ['CAPIRI', '2026-11-28'],
    ]);
  });
});

describe('gaps', () => {
  it('are stretches of over a year without a result, the last one up to today', () => {
    const days = ['2023-01-01', '2023-03-01', '2024-06-01', '2025-09-20'].map(Date.parse);
    expect(gapsOf(days, now)).toEqual([
      { start: days[1], end: days[2] },
      { start: days[2], end: days[3] },
      { start: days[3], end: now },
    ]);
    expect(gapsOf([], now)).toEqual([]);
    expect(gapsOf([now - 1], now)).toEqual([]);
  });
});
