import { passedOver } from '@nodp/cohorts';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Search } from '../../address.ts';
import { type Study, searchOf, studyOf } from './definition/study.ts';

/** The conditions of the page's address that could not be read wholly. */
export function usePassedOver(): string[] {
  const { a, b } = useRouterState({ select: (s) => s.location.search }) as Search;
  return useMemo(() => [...passedOver(a), ...passedOver(b)], [a, b]);
}

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
