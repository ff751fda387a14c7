/** The two cohorts' colours: the platform's own, and one that any eye tells from it. */
import { okabeIto } from '../../design/palette.ts';
import type { ArmName } from './definition/study.ts';

export const armColours: Record<ArmName, string> = {
  a: 'var(--mui-palette-primary-main)',
  b: okabeIto.vermillion,
};
