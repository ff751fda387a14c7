import { useMemo } from 'react';
import { type Asked, askedOf } from './definition/asked.ts';
import type { Study } from './definition/study.ts';

/** What the graph is asked for each cohort; the same object until the study changes. */
export const useAsked = ({ a, b }: Study): { a: Asked; b: Asked | null } =>
  useMemo(() => ({ a: askedOf(a), b: b && askedOf(b) }), [a, b]);
