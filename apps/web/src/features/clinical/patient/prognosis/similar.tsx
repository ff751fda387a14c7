/** Survival of patients of the newest release who are like this one. No treatments are compared. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Plot } from '../../../../charts/plot/plot.tsx';
import { PlotBox } from '../../../../charts/plot-box.tsx';
import { ButtonLink } from '../../../../design/links.tsx';
import { Panel } from '../../../../design/page.tsx';
import { okabeIto } from '../../../../design/palette.ts';
import { ErrorPanel, LoadingRows } from '../../../../design/states.tsx';
import { SimpleTable } from '../../../../design/table/simple-table.tsx';
import { formatCount, formatPercent } from '../../../../format/quantity.ts';
import { execute } from '../../../../graph/execute.ts';
import {
  SimilarPatientsDocument,
  type SimilarPatientsQuery,
  type SimilarPatientsQueryVariables,
} from '../../../../graph/generated/graphql.ts';
import { useLabel } from '../../../../i18n/label.ts';

type Similar = NonNullable<SimilarPatientsQuery['similarPatients']>;
const told = [0, 12, 24, 36, 48, 60];
/** From this age on many die of other causes. */
const OLD = 70;

export function SimilarPatients({
  likeness,
  mayOpenCohorts,
}: {
  likeness: SimilarPatientsQueryVariables;
  mayOpenCohorts: boolean;
}) {
  const { t } = useLingui();
  const query = useQuery({
    queryKey: ['similar-patients', likeness],
    queryFn: async ({ signal }) =>
      (await execute(SimilarPatientsDocument, likeness, signal)).similarPatients ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const similar = query.data;
  return (
    <Panel
      title={<Trans>Similar patients nationwide</Trans>}
      detail={similar ? t`release ${similar.release}; overall survival from diagnosis` : undefined}
      actions={
        similar &&
        mayOpenCohorts && (
          <ButtonLink
            size="small"
            to="/research/cohorts"
            search={{ a: similar.address, release: String(similar.release) }}
          >
            <Trans>Open the cohort</Trans>
          </ButtonLink>
        )
      }
    >
      {query.isPending ? (
        <LoadingRows rows={5} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : !similar ? (
        <Trans>There is no release yet</Trans>
      ) : (
        <Found similar={similar} old={(likeness.age ?? 0) >= OLD} />
      )}
    </Panel>
  );
}

function Found({ similar, old }: { similar: Similar; old: boolean }) {
  const { t } = useLingui();
  const label = useLabel();
  const chart = useRef<HTMLDivElement>(null);
  const { curve, atRisk, persons, deaths, relaxed, enough, netSurvival } = similar;
  const net = netSurvival?.points ?? [];
  const name = t`Overall survival of similar patients`;
  const count = (value: number | null | undefined) =>
    value === null || value === undefined ? t`too few to show` : formatCount(value);
  const at = (months: number) => curve.find((point) => point.months === months);
  return (
    <>
      <Box component="p" sx={{ m: 0, typography: 'body2' }}>
        {label(similar.description)}
      </Box>
      {relaxed.length > 0 && (
        <Box component="p" sx={{ m: 0, typography: 'caption', color: 'text.secondary' }}>
          <Trans>
            Made wider because too few were alike, in this order: {relaxed.map(label).join(' → ')}
          </Trans>
        </Box>
      )}
      <Box component="p" sx={{ my: 0.75, typography: 'body2' }}>
        <Trans>
          Patients: <strong>{count(persons.value)}</strong> · deaths:{' '}
          <strong>
            {deaths.value === null
              ? t`not shown: too few with or without one`
              : count(deaths.value)}
          </strong>
        </Trans>
      </Box>
      {!enough ? (
        <Alert severity="info">
          <Trans>
            Fewer than 30 patients or 10 deaths are alike, however wide it is asked: no curve is
            drawn.
          </Trans>
        </Alert>
      ) : (
        <>
          <PlotBox name={name} chart={chart} height={240} empty={curve.length < 2}>
            {(width) => (
              <Plot
                width={width}
                height={240}
                labels={curve.map(({ months }) => String(months))}
                at={curve.map(({ months }) => months)}
                words={told.map((months) => ({ at: months, label: String(months) }))}
                end={1}
                format={(value) => formatPercent(value)}
                title={(i) => t`after ${curve[i]?.months ?? 0} months`}
                series={[
                  {
                    as: 'band',
                    name: t`95% interval`,
                    colour: okabeIto.blue,
                    lower: curve.map(({ lower }) => lower ?? null),
                    upper: curve.map(({ upper }) => upper ?? null),
                    step: true,
                  },
                  {
                    as: 'line',
                    name: t`alive`,
                    colour: okabeIto.blue,
                    values: curve.map(({ survival }) => survival),
                    step: true,
                  },
                ]}
              />
            )}
          </PlotBox>
          <SimpleTable
            label={name}
            rows={told}
            rowKey={(months) => months}
            columns={[
              { header: t`Months from diagnosis`, align: 'right', cell: (months) => months },
              {
                header: t`Alive`,
                align: 'right',
                cell: (months) => {
                  const point = at(months);
                  return point ? formatPercent(point.survival) : null;
                },
              },
              {
                header: t`95% interval`,
                align: 'right',
                cell: (months) => {
                  const point = at(months);
                  return point?.lower == null || point.upper == null
                    ? null
                    : `${formatPercent(point.lower)}–${formatPercent(point.upper)}`;
                },
              },
              ...(net.length > 0
                ? [
                    {
                      header: t`Net survival`,
                      align: 'right' as const,
                      cell: (months: number) => {
                        const point = net.find((one) => one.months === months);
                        return point ? formatPercent(point.survival) : null;
                      },
                    },
                  ]
                : []),
              {
                header: t`Number at risk`,
                align: 'right',
                cell: (months) => count(atRisk.find((one) => one.months === months)?.count.value),
              },
            ]}
          />
        </>
      )}
      <Box component="p" sx={{ m: 0, mt: 1, typography: 'caption', color: 'text.secondary' }}>
        <Trans>
          Counts are protected as everywhere: the curve stays at 100 % until ten deaths have come,
          and falls after every ten more. Time counts from diagnosis, treatments are not compared,
          and what was decided afterwards chooses nobody.
        </Trans>
        {old && (
          <>
            {' '}
            <Trans>
              At this age many die of other causes: overall survival is not survival of the cancer.
            </Trans>
          </>
        )}{' '}
        {!netSurvival ? (
          <Trans>Net survival is not shown: no life table is recorded.</Trans>
        ) : net.length === 0 ? (
          enough && <Trans>Net survival is not shown: too few are alike.</Trans>
        ) : (
          <Trans>
            Net survival (Pohar Perme): if the cancer were the only cause of death, against{' '}
            {label(netSurvival.lifeTable)}. It is protected likewise and never drawn rising.
          </Trans>
        )}
      </Box>
    </>
  );
}
