/** Why a cell has no figure, in the reader's words. */
import { useLingui } from '@lingui/react';
import type { StatisticsCellState } from '../../../graph/generated/graphql.ts';
import { shortStateWords, stateWords } from '../words.ts';

type State = StatisticsCellState | 'ABSENT';

/** Where there is little room, and explained; empty for a cell that has its figure. */
export function useStateWords(): {
  readonly short: (state: State) => string;
  readonly explained: (state: State) => string;
} {
  const { i18n } = useLingui();
  return {
    short: (state) => (state === 'SHOWN' ? '' : i18n._(shortStateWords[state])),
    explained: (state) => (state === 'SHOWN' ? '' : i18n._(stateWords[state])),
  };
}
