/** Asks for the survival of the cohorts, and shows it. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLabel } from '../../../i18n/label.ts';
import { armColours } from '../arm-colours.ts';
import type { Asked } from '../definition/asked.ts';
import { armNames, type Horizon, type Study } from '../definition/study.ts';
import { type Design, type DisclosureRule, type Survival, survivalQuery } from '../queries.ts';
import type { DrawnArm } from './arms.ts';
import { SurvivalPanel } from './panel.tsx';

/** Months after diagnosis from which a comparison is free of immortal time: half a year, by which a first treatment is given. */
const LANDMARK = 6;

/** The designs that are free of immortal time, the one that leaves nobody out first. */
const designs = {
  entry: { landmark: 0, delayedEntry: true },
  landmark: { landmark: LANDMARK, delayedEntry: false },
} as const satisfies Record<string, Design>;
type Chosen = keyof typeof designs;

export function ComparedSurvival({
  study,
  asked,
  waits,
  release,
  rule,
  same,
  runnable,
  onMonths,
}: {
  study: Study;
  asked: { a: Asked; b: Asked | null };
  /** Whether the study has changed since and is not asked for yet. */
  waits: boolean;
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
  const [design, setDesign] = useState<Chosen | null>(null);
  const biased = survival?.immortalTime ?? null;
  const shown = biased === null ? null : design;
  const later = useQuery({
    ...survivalQuery(release, definitions, study.months, designs[shown ?? 'entry']),
    enabled: shown !== null && !same && runnable,
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
  /** Why an arm has no curve: it was shown by another design, of nearly the same persons. */
  const withheld = (of: Survival | undefined) =>
    [
      ...new Map(
        (of?.arms ?? [])
          .flatMap(({ problems }) => problems)
          .map(({ message }) => [message.en, message] as const),
      ).values(),
    ].map((message) => (
      <Alert key={message.en} severity="info" sx={{ mb: 1 }}>
        {label(message)}
      </Alert>
    ));
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
        stale={waits || query.isPlaceholderData}
        warning={
          <>
            {withheld(survival)}
            {biased && (
              <Alert severity="warning" sx={{ mb: 1 }}>
                {label(biased)}
                <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 0.5, ml: -0.75 }}>
                  {(Object.keys(designs) as Chosen[]).map((each) => (
                    <Button
                      key={each}
                      color="inherit"
                      size="small"
                      aria-pressed={design === each}
                      onClick={() => setDesign(design === each ? null : each)}
                      sx={{ fontWeight: design === each ? 700 : 400, textAlign: 'left' }}
                    >
                      {each === 'entry' ? (
                        <Trans>Count from the day of the event</Trans>
                      ) : (
                        <Trans>Compare from {LANDMARK} months after diagnosis</Trans>
                      )}
                    </Button>
                  ))}
                </Stack>
              </Alert>
            )}
          </>
        }
      />
      {shown !== null && (
        <SurvivalPanel
          {...common}
          survival={later.data ?? undefined}
          arms={drawn(later.data ?? undefined)}
          error={later.error}
          retry={() => void later.refetch()}
          stale={waits || later.isPlaceholderData}
          warning={withheld(later.data ?? undefined)}
        />
      )}
    </>
  );
}
