/** What the page asks, kept in its address: arms, release, months, and the arm being edited. */
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Search } from '../../address.ts';
import { readArm, writeArm } from './definition/address.ts';
import type { Arm } from './definition/criterion.ts';

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
  const b = search.b === undefined ? null : readArm(search.b);
  return {
    a: readArm(search.a),
    b,
    editing: b !== null && search.arm === 'b' ? 'b' : 'a',
    months: horizons.find((h) => String(h) === search.months) ?? usualHorizon,
    release: /^[1-9]\d{0,8}$/.test(search.release ?? '') ? Number(search.release) : null,
  };
}

/** The address of a study; what is as usual is left out. */
export const searchOf = (study: Study): Search => ({
  a: study.a.length === 0 ? undefined : writeArm(study.a),
  b: study.b === null ? undefined : writeArm(study.b),
  arm: study.editing === 'b' ? 'b' : undefined,
  months: study.months === usualHorizon ? undefined : String(study.months),
  release: study.release === null ? undefined : String(study.release),
});

/** The study of the page's address, and a way to change it that the back button undoes. */
export function useStudy(): [Study, (change: Partial<Study>) => void] {
  const search = useRouterState({ select: (s) => s.location.search }) as Search;
  const navigate = useNavigate();
  const { a, b, arm, months, release } = search;
  // By what it says, so that a study is the same object until it says something else.
  const study = useMemo(
    () => studyOf({ a, b, arm, months, release }),
    [a, b, arm, months, release],
  );
  const set = (change: Partial<Study>) =>
    void navigate({
      to: '.',
      search: (former: Search) => searchOf({ ...studyOf(former), ...change }),
      resetScroll: false,
    });
  return [study, set];
}
