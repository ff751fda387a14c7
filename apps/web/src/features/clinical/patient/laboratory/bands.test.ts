import { describe, expect, it } from 'vitest';
import type { LaneId, TimelineEvent } from '../timeline/layout.ts';
import { bandsOf } from './bands.ts';

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

describe('treatment bands', () => {
  it('join cycles that touch and leave pauses open', () => {
    const bands = bandsOf([
      event('systemic', 40, 50),
      event('systemic', 0, 10),
      event('systemic', 10, 20),
      event('systemic', 12, 15),
    ]);
    expect(bands.map((b) => [b.start, b.end])).toEqual([
      [0, 20],
      [40, 50],
    ]);
  });
  it('show what treats the cancer, and nothing else', () => {
    expect(
      bandsOf([event('other', 0, 1), event('imaging', 0, 1), event('followup', 0, 1)]),
    ).toEqual([]);
    expect(bandsOf([event('surgery', 0, 1), event('radiotherapy', 0, 1)])).toHaveLength(2);
  });
});
