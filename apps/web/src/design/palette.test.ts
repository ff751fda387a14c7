import { describe, expect, it } from 'vitest';
import {
  eventColours,
  relativeLuminance,
  sexColours,
  stageColours,
  textOn,
  treatmentColours,
  trendColours,
} from './palette.ts';
import { siteColour } from './site-colours.ts';

const contrast = (a: string, b: string) => {
  const [x = 0, y = 0] = [relativeLuminance(a), relativeLuminance(b)].sort((p, q) => q - p);
  return (x + 0.05) / (y + 0.05);
};

describe('colours', () => {
  it('have the contrast of WCAG 2.2 AA under the words written on them', () => {
    const filled = [stageColours, sexColours, treatmentColours, trendColours, eventColours];
    for (const colour of filled.flatMap((set) => Object.values<string>(set))) {
      expect(contrast(colour, textOn(colour)), colour).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('of stage darken as the stage rises, so that they are ordered without any hue', () => {
    const { STAGE_0, STAGE_I, STAGE_II, STAGE_III, STAGE_IV } = stageColours;
    const luminances = [STAGE_0, STAGE_I, STAGE_II, STAGE_III, STAGE_IV].map(relativeLuminance);
    expect(luminances).toEqual(luminances.toSorted((a, b) => b - a));
  });

  it('of kinds of treatment differ from one another', () => {
    expect(new Set(Object.values(treatmentColours)).size).toBe(4);
  });

  it('know white from black', () => {
    expect(relativeLuminance('#FFFFFF')).toBeCloseTo(1, 6);
    expect(relativeLuminance('#000000')).toBe(0);
    expect(contrast('#FFFFFF', '#000000')).toBeCloseTo(21, 6);
  });

  it('of the commonest sites all differ, and an unknown site is grey', () => {
    const commonest = ['lung', 'colorectum', 'stomach', 'liver', 'breast', 'thyroid', 'oesophagus'];
    expect(new Set(commonest.map(siteColour)).size).toBe(commonest.length);
    expect(siteColour(null)).toBe(siteColour('no such site'));
  });
});
