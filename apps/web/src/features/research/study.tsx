/** One or two cohorts on a release: their criteria, and all that is known of them. */

import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { writeSteps } from '@nodp/cohorts';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useRef } from 'react';
import { Beneath } from '../../design/heading-level.tsx';
import { Outdated } from '../../design/outdated.tsx';
import { usePrinting } from '../../design/print/printing.ts';
import { screenOnly } from '../../design/print/styles.ts';
import { ErrorPanel } from '../../design/states.tsx';
import { useSettled } from '../../design/use-settled.ts';
import { armColours } from './arm-colours.ts';
import { Arms, panelId } from './builder/arms.tsx';
import { Builder } from './builder/builder.tsx';
import { shortCount } from './counts.tsx';
import { toggled } from './definition/edit.ts';
import type { Study } from './definition/study.ts';
import {
  type Cohort,
  cohortQuery,
  type DisclosureRule,
  facetsQuery,
  type Release,
} from './queries.ts';
import { Attrition } from './results/attrition.tsx';
import { CountStrip } from './results/count-strip.tsx';
import { Facets } from './results/facets.tsx';
import { ProtectionNote } from './results/release-note.tsx';
import { Summary } from './results/summary.tsx';
import { WithoutEach } from './results/without-each.tsx';
import { ComparedSurvival } from './survival/compared.tsx';
import { useAsked } from './use-asked.ts';

/** Facets and survival are asked when clicking pauses this long, ms; the count at once. */
const pause = 250;

export function StudyPage({
  study,
  onChange,
  release,
  rule,
}: {
  study: Study;
  onChange: (change: Partial<Study>) => void;
  release: Release;
  rule: DisclosureRule;
}) {
  const { t } = useLingui();
  const results = useRef<HTMLDivElement>(null);
  const { number } = release;
  const asked = useAsked(study);
  const settled = useSettled(asked, pause);
  // Until it is asked for, what stands there answers the question before.
  const waits = settled !== asked;
  const { editing } = study;
  const a = useQuery(cohortQuery(number, asked.a.definition));
  const b = useQuery({
    ...cohortQuery(number, (asked.b ?? asked.a).definition),
    enabled: asked.b !== null,
  });
  const shown = editing === 'b' ? b : a;
  const both = [
    { arm: 'a' as const, query: a, words: t`Cohort A` },
    { arm: 'b' as const, query: b, words: t`Cohort B` },
  ];
  // Paper has no tabs: both cohorts compared stand on it.
  const printing = usePrinting();
  const drawn = both.filter(({ arm: own }) => own === editing || (printing && study.b !== null));
  const question = (editing === 'b' ? asked.b : asked.a) ?? asked.a;
  const facetsAsked = (editing === 'b' ? settled.b : settled.a) ?? settled.a;
  const facets = useQuery(facetsQuery(number, facetsAsked.definition));
  const arm = (editing === 'b' ? study.b : study.a) ?? [];
  const setArm = (changed: typeof arm) => onChange({ [editing]: changed });
  const colour = armColours[editing];
  const inShort = (query: typeof a) =>
    query.isPlaceholderData ? '…' : query.data?.count ? shortCount(query.data.count, rule) : '';
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '380px minmax(0, 1fr)' },
        columnGap: 2.5,
        alignItems: 'start',
      }}
    >
      <Box
        component="section"
        {...screenOnly}
        aria-label={t`Filters`}
        sx={{
          mb: 2,
          position: { lg: 'sticky' },
          top: 0,
          maxHeight: { lg: 'calc(100dvh - 96px)' },
          overflowY: { lg: 'auto' },
          pr: { lg: 0.5 },
          pb: 0.5,
        }}
      >
        <Arms study={study} counts={{ a: inShort(a), b: inShort(b) }} onChange={onChange} />
        <Box
          id={panelId}
          {...(study.b === null
            ? {}
            : { role: 'tabpanel', 'aria-labelledby': `cohort-${editing}` })}
        >
          <Beneath>
            <Builder
              key={editing}
              arm={arm}
              asked={question}
              problems={shown.isPlaceholderData ? [] : (shown.data?.problems ?? [])}
              years={{ from: release.firstYear, to: release.lastYear }}
              onChange={setArm}
            />
          </Beneath>
        </Box>
        <ProtectionNote rule={rule} after={shown.data?.id ?? null} />
        <CountStrip
          cohort={shown.data ?? undefined}
          rule={rule}
          stale={shown.isPlaceholderData}
          onResults={() => results.current?.scrollIntoView()}
        />
      </Box>
      <Box ref={results} sx={{ minWidth: 0 }}>
        <Beneath>
          {shown.isError ? (
            <ErrorPanel error={shown.error} retry={() => void shown.refetch()} />
          ) : (
            drawn.map(({ arm: own, query, words }) => (
              <Fragment key={own}>
                <Summary
                  cohort={query.data ?? undefined}
                  name={study.b === null ? null : words}
                  everyone={release.persons}
                  rule={rule}
                  stale={query.isPlaceholderData}
                />
                {runs(query.data) && (
                  <Outdated keepsFocus outdated={query.isPlaceholderData}>
                    <Attrition
                      steps={query.data?.attrition}
                      colour={armColours[own]}
                      rule={rule}
                      without={
                        <WithoutEach
                          release={number}
                          definition={((own === 'b' ? asked.b : asked.a) ?? asked.a).definition}
                          rule={rule}
                        />
                      }
                    />
                  </Outdated>
                )}
              </Fragment>
            ))
          )}
          <ComparedSurvival
            study={study}
            runnable={runs(a.data) && (study.b === null || runs(b.data))}
            asked={settled}
            waits={waits}
            release={number}
            rule={rule}
            same={study.b !== null && writeSteps(study.a) === writeSteps(study.b)}
            onMonths={(months) => onChange({ months })}
          />
          {runs(shown.data) && (
            <Facets
              facets={facets.data}
              error={facets.error}
              retry={() => void facets.refetch()}
              stale={waits || facets.isPlaceholderData}
              arm={arm}
              colour={colour}
              rule={rule}
              onToggle={(criterion) => setArm(toggled(arm, criterion))}
            />
          )}
        </Beneath>
      </Box>
    </Box>
  );
}

/** Whether a definition could be run, as far as is known. */
const runs = (cohort: Cohort | null | undefined): boolean => !cohort || cohort.count !== null;
