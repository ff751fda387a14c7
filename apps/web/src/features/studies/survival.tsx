/** Survival of a study's patients by its own times: everybody, by a gene, or by an attribute. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { type ChartColumn, ChartFrame } from '../../charts/chart-frame.tsx';
import { ArmMark, armColours, letterOf } from '../../charts/curves/arms.tsx';
import { StepCurves } from '../../charts/curves/step-curves.tsx';
import { PickBox } from '../../design/filters/pick-box.tsx';
import { useSearchState } from '../../design/filters/search-state.ts';
import { SelectBox } from '../../design/filters/select-box.tsx';
import { Panel } from '../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatP } from '../../format/p-value.ts';
import { formatCount } from '../../format/quantity.ts';
import { attributeChoices, geneChoices } from './attributes.ts';
import { useStudyFacts } from './facts.ts';
import { type Study, type Survival, survivalQuery } from './queries.ts';

type Arm = Survival['arms'][number];

export function SurvivalPanel({ study }: { study: Study }) {
  const [search] = useSearchState();
  const endpoint =
    study.endpoints.find(({ id }) => id === search.endpoint) ?? study.endpoints[0] ?? null;
  const attribute = study.attributes.some(({ id }) => id === search.by) ? search.by : undefined;
  const query = useQuery({
    ...survivalQuery({
      id: study.id,
      endpoint: endpoint?.id ?? '',
      gene: attribute ? null : (search.gene ?? null),
      attribute: attribute ?? null,
    }),
    enabled: endpoint !== null,
    placeholderData: keepPreviousData,
  });
  if (endpoint === null) return null;
  if (query.isPending) return <LoadingRows rows={8} />;
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  return query.data === null ? null : (
    <Drawn study={study} endpoint={endpoint} survival={query.data} />
  );
}

function Drawn({
  study,
  endpoint,
  survival,
}: {
  study: Study;
  endpoint: Study['endpoints'][number];
  survival: Survival;
}) {
  const { t } = useLingui();
  const chart = useRef<HTMLDivElement>(null);
  const facts = useStudyFacts(study);
  const { arms, times, pValue, withoutTime, inNoGroup } = survival;
  const nameOf = ({ name }: Arm): string =>
    name === 'ALTERED'
      ? t`Altered`
      : name === 'NOT_ALTERED'
        ? t`Not altered`
        : name === ''
          ? t`All patients`
          : name;
  const p = pValue === null ? null : formatP(pValue);
  if (arms.length === 0)
    return (
      <Panel title={endpoint.name}>
        <Controls study={study} endpoint={endpoint.id} />
        <Empty>
          <Trans>No patient of these groups has a time and a status.</Trans>
        </Empty>
      </Panel>
    );
  const drawn = arms.map((arm) => ({
    curve: arm.months.map((months, i) => ({
      months,
      survival: arm.survival[i] ?? 0,
      lower: arm.lower[i] ?? null,
      upper: arm.upper[i] ?? null,
    })),
  }));
  const last = Math.max(...arms.map(({ months }) => months.at(-1) ?? 0), 1);
  const said = arms
    .map(
      (arm) =>
        `${nameOf(arm)}: ${((arm.survival.at(-1) ?? 0) * 100).toFixed(0)}% (${arm.months.at(-1)})`,
    )
    .join('; ');
  const rows = arms.flatMap((arm) =>
    arm.months.map((months, i) => ({ name: nameOf(arm), months, ...at(arm, i) })),
  );
  const columns: ChartColumn<(typeof rows)[number]>[] = [
    { header: t`Group of patients`, cell: (row) => row.name, text: (row) => row.name },
    number(t`Months`, (row) => row.months, 2),
    number(t`Share`, (row) => row.survival, 4),
    number(t`Lower 95%`, (row) => row.lower, 4),
    number(t`Upper 95%`, (row) => row.upper, 4),
  ];
  return (
    <ChartFrame
      title={endpoint.name}
      name={t`Survival`}
      heading={endpoint.name}
      detail={p === null ? t`Kaplan–Meier` : t`Kaplan–Meier; log-rank p ${p}`}
      chart={chart}
      facts={facts}
      legend={arms.map((arm, place) => ({ words: nameOf(arm), colour: armColours[place] ?? '' }))}
      columns={columns}
      rows={rows}
      beneath={
        <Box component="p" sx={{ m: 0, mt: 1, fontSize: 12, color: 'text.secondary' }}>
          <Trans>
            {formatCount(withoutTime)} patients have no time or status, {formatCount(inNoGroup)}{' '}
            belong to none of the groups. Time zero is the study’s: patients whose tumour was
            examined later than that could not have died before, so that survival is too high.
          </Trans>
        </Box>
      }
    >
      <Controls study={study} endpoint={endpoint.id} />
      <div ref={chart}>
        <StepCurves
          label={t`Kaplan–Meier curves; share and month at the end of each curve. ${said}`}
          axis={t`Months`}
          curves={drawn}
          months={last}
          ticksOf={() => times}
        />
      </div>
      <SimpleTable
        label={t`Groups with numbers at risk`}
        rows={arms.map((arm, place) => ({ arm, place }))}
        rowKey={({ place }) => place}
        columns={[
          {
            header: t`Group of patients`,
            leastWidth: 140,
            cell: ({ arm, place }) => (
              <Box component="span" sx={{ display: 'inline-flex', gap: 1, alignItems: 'center' }}>
                <ArmMark place={place} />
                {letterOf(place)} {nameOf(arm)}
              </Box>
            ),
          },
          {
            header: t`Patients`,
            align: 'right',
            cell: ({ arm }) => formatCount(arm.patients),
          },
          { header: t`Events`, align: 'right', cell: ({ arm }) => formatCount(arm.events) },
          {
            header: t`Median, months (95%)`,
            align: 'right',
            nowrap: true,
            cell: ({ arm }) => median(arm),
          },
          ...times.map((month, i) => ({
            header: t`At risk, ${month}`,
            align: 'right' as const,
            cell: ({ arm }: { arm: Arm }) => formatCount(arm.atRisk[i] ?? 0),
          })),
        ]}
      />
    </ChartFrame>
  );
}

const at = (arm: Arm, i: number) => ({
  survival: arm.survival[i] ?? null,
  lower: arm.lower[i] ?? null,
  upper: arm.upper[i] ?? null,
});

const number = <Row,>(
  header: string,
  of: (row: Row) => number | null,
  digits: number,
): ChartColumn<Row> => ({
  header,
  align: 'right',
  cell: (row) => of(row)?.toFixed(digits) ?? '—',
  text: of,
});

const median = ({ median: middle, medianLower, medianUpper }: Arm): string =>
  middle === null
    ? '—'
    : `${middle.toFixed(1)} (${medianLower?.toFixed(1) ?? '—'}–${medianUpper?.toFixed(1) ?? '—'})`;

function Controls({ study, endpoint }: { study: Study; endpoint: string }) {
  const { t } = useLingui();
  const [search, set] = useSearchState();
  const genes = geneChoices(study);
  const attributes = attributeChoices(study).filter(
    ({ value }) => !/_(?:MONTHS|STATUS)$/.test(value),
  );
  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mb: 1.5 }}>
      {study.endpoints.length > 1 && (
        <SelectBox
          label={t`Endpoint`}
          always
          choices={study.endpoints.map(({ id, name }) => ({ value: id, words: name }))}
          chosen={[endpoint]}
          onChange={([next]) => set({ endpoint: next })}
        />
      )}
      <PickBox
        single
        label={t`By a gene`}
        choices={genes}
        chosen={genes.filter(({ value }) => value === search.gene)}
        onChange={([next]) => set({ gene: next?.value, by: undefined })}
        sx={{ flex: '1 1 160px', maxWidth: { sm: 260 } }}
      />
      <PickBox
        single
        label={t`By an attribute`}
        choices={attributes}
        chosen={attributes.filter(({ value }) => value === search.by)}
        onChange={([next]) => set({ by: next?.value, gene: undefined })}
        sx={{ flex: '1 1 160px', maxWidth: { sm: 260 } }}
      />
    </Stack>
  );
}
