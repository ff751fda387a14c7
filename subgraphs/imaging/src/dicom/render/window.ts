/** How values of a modality become shades (PS3.3 C.11.2). */
export interface Window {
  readonly center: number;
  readonly width: number;
  readonly shape: 'linear' | 'linear-exact' | 'sigmoid';
}

/** A shade from 0 to 1 of a value through a window (PS3.3 C.11.2.1.2 and .3). */
export const shadeOf = (value: number, { center, width, shape }: Window): number => {
  if (shape === 'sigmoid') return 1 / (1 + Math.exp((-4 * (value - center)) / width));
  const [c, w] = shape === 'linear' ? [center - 0.5, width - 1] : [center, width];
  if (value <= c - w / 2) return 0;
  if (value > c + w / 2) return 1;
  return w === 0 ? 1 : (value - c) / w + 0.5;
};

/** A window of an address (`center,width,function`) or of a file; null where it is none. */
export const windowOf = (center: number, width: number, shape: string): Window | null => {
  const known = {
    '': 'linear',
    linear: 'linear',
    linear_exact: 'linear-exact',
    sigmoid: 'sigmoid',
  } as const;
  const named = known[shape.trim().toLowerCase().replace('-', '_') as keyof typeof known];
  if (named === undefined || !Number.isFinite(center) || !Number.isFinite(width)) return null;
  if (named === 'linear' ? width < 1 : width <= 0) return null;
  return { center, width, shape: named };
};

/** The window that shows all values. */
export const windowOfAll = (values: ArrayLike<number>, padding: number | null): Window => {
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    if (value === padding) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (least > most) return { center: 0.5, width: 1, shape: 'linear-exact' };
  return { center: (least + most) / 2, width: Math.max(most - least, 1e-6), shape: 'linear-exact' };
};
