/** Asks for the survival of the cohorts, and shows it. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLabel } from '../../../i18n/label.ts';
import { armColours } from '../arm-colours.ts';
import type { Asked } from '../definition/asked.ts';
import { armNames, type Horizon, type Study } from '../definition/study.ts';
import { type DisclosureRule, type Survival, survivalQuery } from '../queries.ts';
import type { DrawnArm } from './arms.ts';
import { SurvivalPanel } from './panel.tsx';

/** Months after diagnosis from which a comparison is free of immortal time: half a year, by which a first treatment is given. */
const LANDMARK = 6;

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
  const label = useLabel();
  const [landmark, setLandmark] = useState(false);
  const biased = survival?.immortalTime ?? null;
  const shown = landmark && biased !== null;
  const later = useQuery({
    ...survivalQuery(release, definitions, study.months, LANDMARK),
    enabled: shown && !same && runnable,
  });
  const words = { a: t`Cohort A`, b: t`Cohort B` };
  const drawn = (of: Survival | undefined): DrawnArm[] =>
    (of?.arms ?? []).map((arm, i) => {
      const name = armNames[i] ?? 'a';
      return {
        ...arm,
        name,
        words: of?.arms.length === 1 ? t`Cohort` : words[name],
        colour: armColours[name],
      };
    });
  const common = {
    months: study.months,
    rule,
    hint: runnable ? (
      same && <Trans>Both cohorts are the same so far. Change one of them to compare them.</Trans>
    ) : (
      <Trans>Nothing is computed until the marked criteria are corrected.</Trans>
    ),
    onMonths,
  };
  return (
    <>
      <SurvivalPanel
        {...common}
        survival={survival}
        arms={drawn(survival)}
        error={query.error}
        retry={() => void query.refetch()}
        stale={query.isPlaceholderData}
        warning={
          biased && (
            <Alert
              severity="warning"
              sx={{ mb: 1 }}
              action={
                <Button
                  color="inherit"
                  size="small"
                  aria-pressed={landmark}
                  onClick={() => setLandmark(!landmark)}
                >
                  {landmark ? (
                    <Trans>Hide the landmark comparison</Trans>
                  ) : (
                    <Trans>Compare from {LANDMARK} months after diagnosis</Trans>
                  )}
                </Button>
              }
            >
              {label(biased)}
            </Alert>
          )
        }
      />
      {shown && (
        <SurvivalPanel
          {...common}
          survival={later.data ?? undefined}
          arms={drawn(later.data ?? undefined)}
          error={later.error}
          retry={() => void later.refetch()}
          stale={later.isPlaceholderData}
          warning={null}
        />
      )}
    </>
  );
}
