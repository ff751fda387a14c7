/** Results of an analyte in each cohort by time from diagnosis: medians with quartiles. */
import { Trans, useLingui } from '@lingui/react/macro';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { analytes } from '@nodp/terminology/loinc';
import { useQuery } from '@tanstack/react-query';
import { letterOf } from '../../../charts/curves/arms.tsx';
import { PickFilter } from '../../../design/filters/pick-filter.tsx';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { Panel } from '../../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { useLabel } from '../../../i18n/label.ts';
import { shortCount } from '../counts.tsx';
import type { Compared } from './of-arms.tsx';
import { QuartileLines } from './quartile-lines.tsx';
import { type Trajectories, trajectoriesQuery } from './queries.ts';

const known: ReadonlySet<string> = new Set(analytes().map(({ loinc }) => loinc[0] ?? ''));
/** Trajectories end here though curves go on: fewer and fewer are measured. */
const most = 60;

type Step = Trajectories['arms'][number]['steps'][number];

export function TrajectoriesPanel({ comparison, chosen, rule }: Compared) {
  const { t } = useLingui();
  const label = useLabel();
  const [search] = useSearchState();
  const analyte = known.has(search.analyte ?? '') ? (search.analyte as string) : null;
  const months = Math.min(most, comparison.months ?? most);
  const query = useQuery({
    ...trajectoriesQuery({ ...comparison, months }, analyte ?? ''),
    enabled: analyte !== null,
  });
  const { data } = query;
  const steps = data?.arms[0]?.steps ?? [];
  const said = (step: Step | undefined) =>
    step === undefined || step.median === null
      ? '—'
      : `${step.median} (${step.lower}–${step.upper})`;
  return (
    <Panel
      title={<Trans>Laboratory results over time</Trans>}
      detail={<Trans>median and quartiles, three months by three months</Trans>}
    >
      <Stack direction="row" sx={{ mb: 1 }}>
        <PickFilter
          single
          label={t`Analyte`}
          name="analyte"
          choices={analytes().map(({ loinc, label: words }) => ({
            value: loinc[0] ?? '',
            words: label(words),
          }))}
        />
      </Stack>
      {analyte === null ? (
        <Empty>
          <Trans>Choose an analyte; each takes counts of your day’s.</Trans>
        </Empty>
      ) : query.isPending ? (
        <LoadingRows rows={6} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : data ? (
        <>
          <QuartileLines
            arms={data.arms.map((arm) => arm.steps)}
            label={t`${label(data.analyte)} (${data.unit}), median with quartiles by months from diagnosis`}
            axis={t`Months from time zero`}
            unit={data.unit}
          />
          <SimpleTable
            label={t`Results over time`}
            rows={steps.map((step, place) => ({ step, place }))}
            rowKey={({ place }) => place}
            maxHeight={320}
            columns={[
              {
                header: t`Months`,
                nowrap: true,
                cell: ({ step }) => `${step.months} – ${step.months + 3}`,
              },
              ...chosen.flatMap((_, arm) => [
                {
                  header: t`${letterOf(arm)} persons`,
                  align: 'right' as const,
                  cell: ({ place }: { place: number }) => {
                    const of = data.arms[arm]?.steps[place];
                    return of ? shortCount(of.persons, rule) : '—';
                  },
                },
                {
                  header: t`${letterOf(arm)} median (quartiles)`,
                  align: 'right' as const,
                  nowrap: true,
                  cell: ({ place }: { place: number }) => said(data.arms[arm]?.steps[place]),
                },
              ]),
            ]}
          />
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1 }}>
            {label(data.timeZero)} {label(data.rule)} {label(data.leftOut)}{' '}
            {t`Persons in several cohorts, left out of all: ${shortCount(data.inSeveralArms, rule)}.`}
          </Typography>
        </>
      ) : null}
    </Panel>
  );
}
