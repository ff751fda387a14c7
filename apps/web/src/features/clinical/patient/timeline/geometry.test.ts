import { describe, expect, it } from 'vitest';
import { neighbour, place } from './geometry.ts';
import type { LaidLane, Mark } from './layout.ts';

const mark = (id: string, x: number): Mark => ({ id, x, width: 0, events: [], bar: false });
const lane = (id: LaidLane['id'], ...rows: Mark[][]): LaidLane => ({
  id,
  rows: rows.map((marks) => ({ label: null, marks })),
  count: rows.flat().length,
});
const { lanes, height } = place([
  lane('diagnosis', [mark('d', 10)]),
  lane('systemic', [mark('a', 20), mark('c', 200)], [mark('b', 100)]),
  lane('imaging', []),
  lane('followup', [mark('f', 190)]),
]);

describe('lanes', () => {
  it('stand one under another, each as high as its rows', () => {
    for (let i = 1; i < lanes.length; i++) {
      const above = lanes[i - 1];
      expect(lanes[i]?.y).toBe((above?.y ?? 0) + (above?.height ?? 0));
    }
    expect(height).toBeGreaterThan(lanes.at(-1)?.y ?? 0);
  });
});

describe('arrow keys', () => {
  it('go through a lane by time, whatever row an event is in', () => {
    expect(neighbour(lanes, 'a', 'ArrowRight')).toBe('b');
    expect(neighbour(lanes, 'b', 'ArrowRight')).toBe('c');
    expect(neighbour(lanes, 'c', 'ArrowRight')).toBe('c');
    expect(neighbour(lanes, 'c', 'Home')).toBe('a');
  });
  it('go to the nearest event of the next lane that has any in sight', () => {
    expect(neighbour(lanes, 'd', 'ArrowDown')).toBe('a');
    expect(neighbour(lanes, 'c', 'ArrowDown')).toBe('f');
    expect(neighbour(lanes, 'f', 'ArrowUp')).toBe('c');
    expect(neighbour(lanes, 'd', 'ArrowUp')).toBe('d');
  });
  it('begin at the first event', () => {
    expect(neighbour(lanes, null, 'ArrowDown')).toBe('d');
  });
});
