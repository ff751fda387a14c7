/** A page of one kind of measure. */
import type { Search } from '../../../address.ts';
import type {
  StatisticsMeasure,
  StatisticsMeasureGroup,
} from '../../../graph/generated/graphql.ts';

/** What a page asks where its address names no measure, and which measures it offers. */
export type View = {
  readonly usual: Search;
  readonly groups: readonly StatisticsMeasureGroup[];
  /** Measures of other kinds that it offers as well. */
  readonly measures?: readonly StatisticsMeasure[];
};
