import type { Survey } from '@nodp/oncology';
import type { Label } from '@nodp/terminology';
import { listedRule, SURVEILLANCE_RULE } from './alerts-of.ts';

/** A repeat of a marker that rose once. */
export interface Repeat {
  /** Its id among the markers. */
  readonly id: string;
  readonly marker: Label;
  /** YYYY-MM-DD. */
  readonly by: string;
}

/** The repeats that wait for a value, of markers whose rules are in force; none once surveillance ended. */
export const repeatsOf = (
  { markers, ended, notApplicable }: Survey,
  rules: ReadonlySet<string>,
): readonly Repeat[] =>
  ended !== null || notApplicable !== null || !rules.has(SURVEILLANCE_RULE)
    ? []
    : markers.flatMap(({ state, rule, judgement, marker, all }) => {
        const by = judgement?.repeatBy ?? null;
        if (state !== 'pending' || by === null || rule === null) return [];
        if (!rules.has(listedRule(rule))) return [];
        // A value that cannot be judged, below what is measured, answers all the same.
        const risen = judgement?.to?.date ?? by;
        return all.some(({ date }) => date > risen)
          ? []
          : [{ id: marker.id, marker: marker.name, by }];
      });
