/** How the graph's enumerations read. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  JoinpointSelection,
  RateIntervalMethod,
  StatisticsCellState,
  StatisticsEvents,
  StatisticsFunnelStanding,
  StatisticsMeasureGroup,
  SurvivalApproach,
} from '../../graph/generated/graphql.ts';

type Words<Value extends string> = Record<Value, MessageDescriptor>;

type NoFigure = Exclude<StatisticsCellState, 'SHOWN'> | 'ABSENT';

/** Why a cell has no figure, where there is little room. */
export const shortStateWords: Words<NoFigure> = {
  SUPPRESSED: msg`not shown`,
  NOT_REGISTERED: msg`not registered`,
  NOT_COMPLETE: msg`not closed`,
  NOT_APPLICABLE: msg`does not apply`,
  NO_PERSON_YEARS: msg`no person-years`,
  NO_REFERENCE: msg`no reference`,
  TOO_FEW: msg`too few`,
  NO_LIFE_TABLE: msg`no life table`,
  NOT_FOLLOWED: msg`not followed`,
  ABSENT: msg`not in the source`,
};

/** The same, explained. */
export const stateWords: Words<NoFigure> = {
  SUPPRESSED: msg`too few, or it would tell a number that is too small`,
  NOT_REGISTERED: msg`no population-based registry covers it`,
  NOT_COMPLETE: msg`no registry has closed its years, complete enough`,
  NOT_APPLICABLE: msg`nobody of this description can exist`,
  NO_PERSON_YEARS: msg`nobody lived in an age group that the figure needs`,
  NO_REFERENCE: msg`there is nothing to compare with`,
  TOO_FEW: msg`too few for the estimate`,
  NO_LIFE_TABLE: msg`no life table covers it`,
  NOT_FOLLOWED: msg`nobody was followed so long`,
  ABSENT: msg`the source or the selection has no such member`,
};

export const groupWords: Words<StatisticsMeasureGroup> = {
  COUNTS: msg`Counts`,
  RATES: msg`Rates`,
  COMPARISON: msg`Comparison`,
  STAGE: msg`Stage at diagnosis`,
  QUALITY: msg`Quality of the data`,
  CARE: msg`Quality of care`,
  SCREENING: msg`Screening`,
  SURVIVAL: msg`Survival`,
  TRENDS: msg`Trends`,
  PROJECTION: msg`Projection`,
  PREVALENCE: msg`Prevalence`,
  BURDEN: msg`Burden`,
};

export const eventWords: Words<StatisticsEvents> = {
  CASES: msg`New cases`,
  DEATHS: msg`Deaths from cancer`,
};

/** Where a place stands in a funnel plot. */
export const standingWords: Words<StatisticsFunnelStanding> = {
  WITHIN: msg`as chance lets expect`,
  BELOW_95: msg`below the 95% limits`,
  ABOVE_95: msg`above the 95% limits`,
  BELOW_998: msg`below the 99.8% limits`,
  ABOVE_998: msg`above the 99.8% limits`,
};

export const intervalWords: Words<RateIntervalMethod> = {
  FAY_FEUER: msg`Fay and Feuer (gamma)`,
  TIWARI: msg`Tiwari, Clegg and Zou`,
};

export const approachWords: Words<SurvivalApproach> = {
  COMPLETE: msg`everybody, as far as followed (complete)`,
  COHORT: msg`those who could be followed so long (cohort)`,
  PERIOD: msg`as in the last three years (period)`,
};

export const selectionWords: Words<JoinpointSelection> = {
  WEIGHTED_BIC: msg`weighted BIC`,
  PERMUTATION: msg`permutation tests`,
  BIC: msg`BIC`,
};
