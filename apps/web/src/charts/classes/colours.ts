import { textOn } from '../../design/palette.ts';

/**
 * Colours of the classes, rising: one hue from pale to dark in both themes, so that a picture means the same
 * whichever theme it was taken in, and so that they are ordered by lightness alone, whatever colours the eye
 * tells apart (after ColorBrewer's Blues). On a dark page the darkest stays clear of the ground.
 */
export const classColours = {
  light: ['#D8E8F3', '#A9CDE4', '#69A8D0', '#2C7AB2', '#0B4A82'],
  dark: ['#E4F2FB', '#B3D6EE', '#7DB4DC', '#4A8FC6', '#2C6CA6'],
} as const;

/** CSS variables of the classes in a theme, and of words on them: `--class-0` and `--class-ink-0` and on. */
export const classVariables = (theme: keyof typeof classColours): Record<string, string> =>
  Object.fromEntries(
    classColours[theme].flatMap((colour, i) => [
      [`--class-${i}`, colour],
      [`--class-ink-${i}`, textOn(colour)],
    ]),
  );
