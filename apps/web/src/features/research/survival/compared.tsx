/** Asks for the survival of the cohorts, and shows it. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { armColours } from '../arm-colours.ts';
import type { Asked } from '../definition/asked.ts';
import { armNames, type Horizon, type Study } from '../definition/study.ts';
import { type DisclosureRule, survivalQuery } from '../queries.ts';
import type { DrawnArm } from './arms.ts';
import { SurvivalPanel } from './panel.tsx';

export function ComparedSurvival({
  study,
  asked,
  release,
  rule,
  same,
  runnable,
  onMonths,
}: {
  study: Study;
  asked: { a: Asked; b: Asked | null };
  release: number;
  rule: DisclosureRule;
  /** Whether both cohorts are asked alike, so that there is nobody to compare. */
  same: boolean;
  /** Whether every definition can be run. */
  runnable: boolean;
  onMonths: (months: Horizon) => void;
}) {
  const { t } = useLingui();
  const definitions = [asked.a, asked.b].flatMap((arm) => (arm ? [arm.definition] : []));
  const query = useQuery({
    ...survivalQuery(release, definitions, study.months),
    enabled: !same && runnable,
  });
  const survival = query.data ?? undefined;
  const words = { a: t`Cohort A`, b: t`Cohort B` };
  const arms: DrawnArm[] = (survival?.arms ?? []).map((arm, i) => {
    const name = armNames[i] ?? 'a';
    return {
      ...arm,
      name,
      words: survival?.arms.length === 1 ? t`Cohort` : words[name],
      colour: armColours[name],
    };
  });
  return (
    <SurvivalPanel
      survival={survival}
      arms={arms}
      months={study.months}
      rule={rule}
      error={query.error}
      retry={() => void query.refetch()}
      stale={query.isPlaceholderData}
      hint={
        runnable ? (
          same && (
            <Trans>Both cohorts are the same so far. Change one of them to compare them.</Trans>
          )
        ) : (
          <Trans>Nothing is computed until the marked criteria are corrected.</Trans>
        )
      }
      onMonths={onMonths}
    />
  );
}
