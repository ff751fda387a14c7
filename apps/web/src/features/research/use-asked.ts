import { useMemo } from 'react';
import { type Asked, askedOf } from './definition/asked.ts';
import type { Study } from './definition/study.ts';
import { useSettled } from './use-settled.ts';

/** What the graph is asked for each cohort, once the study has not changed for a while (ms). */
export function useAsked({ a, b }: Study, wait: number): { a: Asked; b: Asked | null } {
  const asked = useMemo(() => ({ a: askedOf(a), b: b && askedOf(b) }), [a, b]);
  const settled = useSettled(asked, wait);
  return wait === 0 ? asked : settled;
}
