import { describe, expect, it } from 'vitest';
import { relativeLuminance } from '../../design/palette.ts';
import { classColours } from './colours.ts';
import { classes } from './scale.ts';

describe('the map’s colours', () => {
  it('are one for each class, from pale to dark in both themes, each step to be seen', () => {
    for (const [theme, colours] of Object.entries(classColours)) {
      expect(colours).toHaveLength(classes);
      const light = colours.map(relativeLuminance);
      const rising = light.toReversed();
      rising.slice(1).forEach((l, i) => {
        // WCAG 2 contrast of neighbours.
        expect((l + 0.05) / ((rising[i] ?? 0) + 0.05), `${theme} ${i}`).toBeGreaterThan(1.3);
      });
    }
  });

  it('are clear of the dark page, the darkest too', () => {
    const ground = relativeLuminance('#182027');
    const darkest = relativeLuminance(classColours.dark.at(-1) ?? '');
    expect((darkest + 0.05) / (ground + 0.05)).toBeGreaterThan(2.5);
  });
});
