import { expect, test } from 'vitest';
import { MODES_OF_DETECTION, modeOfDetection, modeOfDetectionLabel } from './mode-of-detection.ts';

test.each([...MODES_OF_DETECTION.keys()])(
  '%s is read by its code in any case, and has words',
  (code) => {
    expect(modeOfDetection(` ${code.toLowerCase()} `)).toBe(code);
    expect(modeOfDetectionLabel(code)?.zh).toMatch(/\p{Script=Han}/u);
  },
);

test.each([
  ['screen_detected', 'SCREENING'],
  ['筛查', 'SCREENING'],
  ['体检发现', 'INCIDENTAL'],
  ['Clinical', 'SYMPTOMS'],
  ['unknown', null],
  ['constructor', null],
  ['', null],
])('%s is %s', (written, mode) => expect(modeOfDetection(written)).toBe(mode));
