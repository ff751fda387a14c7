import { describe, expect, it } from 'vitest';
import { relativeLuminance } from '../../../design/palette.ts';
import { classColours } from './colours.ts';
import { classes } from './scale.ts';

describe('the map’s colours', () => {
  it('are one for each class, ordered by lightness, each step to be seen', () => {
    for (const [theme, colours] of Object.entries(classColours)) {
      expect(colours).toHaveLength(classes);
      const light = colours.map(relativeLuminance);
      const rising = theme === 'light' ? light.toReversed() : light;
      rising.slice(1).forEach((l, i) => {
        // WCAG 2 contrast of neighbours.
        expect((l + 0.05) / ((rising[i] ?? 0) + 0.05), `${theme} ${i}`).toBeGreaterThan(1.3);
      });
    }
  });
});
