import { describe, expect, test } from 'vitest';
import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { markerOf, markerOfLoinc } from './marker-lookup.ts';
import { MARKERS } from './markers.ts';
import { EXPECTED_DECLINE, MARKER_SURVEILLANCE } from './rule.ts';

type Given = Record<string, unknown>;

describe('a marker in surveillance', () =>
  testCases<Given>(cases['marker-surveillance'], (given) => MARKER_SURVEILLANCE.decide(given)));
describe('the expected decline', () =>
  testCases<Given>(cases['expected-decline'], (given) => EXPECTED_DECLINE.decide(given)));

test('sixteen markers, each by its name and its codes', () => {
  expect(MARKERS).toHaveLength(16);
  for (const marker of MARKERS) {
    expect(markerOf(marker.id)).toBe(marker);
    for (const code of marker.loinc) expect(markerOfLoinc(code)).toBe(marker);
    expect(marker.halfLife[0]).toBeLessThanOrEqual(marker.halfLife[1]);
    expect(marker.clearanceDays).toBeGreaterThanOrEqual(Math.max(14, 5 * marker.halfLife[1]));
  }
});
