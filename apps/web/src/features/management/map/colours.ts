/**
 * Colours of the classes, rising: one hue from pale to dark on a light page, from dark to pale on a
 * dark one, so that they are ordered by lightness alone, whatever colours the eye tells apart
 * (after ColorBrewer's Blues).
 */
export const classColours = {
  light: ['#D8E8F3', '#A9CDE4', '#69A8D0', '#2C7AB2', '#0B4A82'],
  dark: ['#1D3A4F', '#2A5A7A', '#3F81A8', '#72B1D3', '#C3E5F5'],
} as const;

/** CSS variables of the classes in a theme: `--class-0` and on. */
export const classVariables = (theme: keyof typeof classColours): Record<string, string> =>
  Object.fromEntries(classColours[theme].map((colour, i) => [`--class-${i}`, colour]));
