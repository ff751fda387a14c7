/** What the page asks, as its address says it: arms, release, months, and the arm being edited. */
import { readSteps, writeSteps } from '@nodp/cohorts';
import type { Search } from '../../../address.ts';
import type { Arm } from './asked.ts';

export const armNames = ['a', 'b'] as const;
export type ArmName = (typeof armNames)[number];

/** How far survival curves can be drawn, months. */
export const horizons = [36, 60, 120] as const;
export type Horizon = (typeof horizons)[number];
const usualHorizon: Horizon = 60;

/** What is asked; `b` is null where nothing is compared, `release` null for the newest. */
export type Study = {
  a: Arm;
  b: Arm | null;
  editing: ArmName;
  months: Horizon;
  release: number | null;
};

/** The study an address says; whatever it does not say well is as usual. */
export function studyOf(search: Search): Study {
  const b = search.b === undefined ? null : readSteps(search.b);
  return {
    a: readSteps(search.a),
    b,
    editing: b !== null && search.arm === 'b' ? 'b' : 'a',
    months: horizons.find((h) => String(h) === search.months) ?? usualHorizon,
    release: /^[1-9]\d{0,8}$/.test(search.release ?? '') ? Number(search.release) : null,
  };
}

/** The address of a study; what is as usual is left out. */
export const searchOf = (study: Study): Search => ({
  a: study.a.length === 0 ? undefined : writeSteps(study.a),
  b: study.b === null ? undefined : writeSteps(study.b),
  arm: study.editing === 'b' ? 'b' : undefined,
  months: study.months === usualHorizon ? undefined : String(study.months),
  release: study.release === null ? undefined : String(study.release),
});
