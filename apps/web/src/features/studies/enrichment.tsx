/** Genes that are altered more often in one group of a study than in another: a volcano and its table. */
import { Trans, useLingui } from '@lingui/react/macro';
import Stack from '@mui/material/Stack';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { type ChartColumn, ChartFrame } from '../../charts/chart-frame.tsx';
import { PlotBox } from '../../charts/plot-box.tsx';
import { PickBox } from '../../design/filters/pick-box.tsx';
import { useSearchState } from '../../design/filters/search-state.ts';
import { SelectBox } from '../../design/filters/select-box.tsx';
import { Panel } from '../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { formatSmallP } from '../../format/p-value.ts';
import { formatCount, formatPercent } from '../../format/quantity.ts';
import { attributeChoices } from './attributes.ts';
import { useStudyFacts } from './facts.ts';
import { type Enrichment, enrichmentQuery, type Study } from './queries.ts';
import { Volcano } from './volcano.tsx';

type Gene = Enrichment['genes'][number];

interface Groups {
  readonly attribute: string;
  readonly first: string;
  /** null: every other value. */
  readonly second: string | null;
}

/** Attributes with words: a number has no two groups by value. */
const wordAttributes = (study: Study) =>
  attributeChoices(study).filter(({ value }) =>
    study.attributes.some(
      ({ id, isNumber, cells }) => id === value && !isNumber && cells.length > 1,
    ),
  );

export function EnrichmentPanel({ study }: { study: Study }) {
  const { t } = useLingui();
  const [search] = useSearchState();
  const choices = wordAttributes(study);
  const attribute = study.attributes.find(
    ({ id }) => id === search.groups && choices.some(({ value }) => value === id),
  );
  const values = attribute?.cells.map(({ value }) => value) ?? [];
  const first = values.find((value) => value === search.first) ?? values[0];
  const second = values.find((value) => value === search.second && value !== first) ?? null;
  const asked =
    attribute && first !== undefined ? { attribute: attribute.id, first, second } : null;
  const query = useQuery({
    ...enrichmentQuery({
      ...{ id: study.id, unit: attribute?.ofSamples ? 'SAMPLES' : 'PATIENTS' },
      ...(asked ?? { attribute: '', first: '', second: null }),
    }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  });
  if (choices.length === 0 || study.genes.gene.length === 0) return null;
  const controls = <Controls study={study} asked={asked} values={values} />;
  const title = t`Alterations of two groups`;
  if (asked === null)
    return (
      <Panel title={title}>
        {controls}
        <Empty>
          <Trans>Choose an attribute whose groups are compared.</Trans>
        </Empty>
      </Panel>
    );
  if (query.isPending) return <LoadingRows rows={8} />;
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  return query.data === null ? null : (
    <Drawn study={study} title={title} asked={asked} enrichment={query.data} controls={controls} />
  );
}

function Drawn({
  study,
  title,
  asked,
  enrichment,
  controls,
}: {
  study: Study;
  title: string;
  asked: Groups;
  enrichment: Enrichment;
  controls: React.ReactNode;
}) {
  const { t } = useLingui();
  const chart = useRef<HTMLDivElement>(null);
  const facts = useStudyFacts(study);
  const others = t`all others`;
  const [first, second] = [asked.first, asked.second ?? others];
  const share = (count: number, of: number) => (of > 0 ? formatPercent(count / of) : '—');
  const { first: ofFirst, second: ofSecond, genes, alteredGenes } = enrichment;
  const columns: ChartColumn<Gene>[] = [
    {
      header: t`Gene`,
      cell: ({ gene }) => <em>{gene}</em>,
      order: ({ gene }) => gene,
      text: ({ gene }) => gene,
    },
    {
      header: first,
      align: 'right',
      cell: (row) => `${formatCount(row.first)} (${share(row.first, ofFirst)})`,
      order: (row) => row.first,
      text: (row) => row.first,
    },
    {
      header: second,
      align: 'right',
      cell: (row) => `${formatCount(row.second)} (${share(row.second, ofSecond)})`,
      order: (row) => row.second,
      text: (row) => row.second,
    },
    {
      header: t`log₂ ratio`,
      align: 'right',
      cell: ({ logRatio }) => logRatio?.toFixed(2) ?? '—',
      order: ({ logRatio }) => logRatio ?? Number.NEGATIVE_INFINITY,
      text: ({ logRatio }) => logRatio,
    },
    {
      header: t`p`,
      align: 'right',
      cell: ({ pValue }) => formatSmallP(pValue),
      order: ({ pValue }) => pValue,
      text: ({ pValue }) => pValue,
    },
    {
      header: t`p adjusted`,
      align: 'right',
      cell: ({ adjusted }) => formatSmallP(adjusted),
      order: ({ adjusted }) => adjusted,
      text: ({ adjusted }) => adjusted,
    },
  ];
  const [a, b] = [formatCount(ofFirst), formatCount(ofSecond)];
  return (
    <ChartFrame
      title={title}
      name={title}
      heading={t`Alterations of ${first} and ${second}`}
      detail={t`${first}: ${a} examined; ${second}: ${b}`}
      chart={chart}
      facts={facts}
      columns={columns}
      rows={genes}
      beneath={
        alteredGenes > genes.length && genes.length > 0 ? (
          <Trans>
            Of {formatCount(alteredGenes)} altered genes the {formatCount(genes.length)} most often
            altered were tested.
          </Trans>
        ) : null
      }
    >
      {controls}
      <PlotBox name={title} chart={chart} empty={genes.length === 0}>
        {(width) => (
          <Volcano
            width={width}
            genes={genes}
            sides={[t`more often in ${second}`, t`more often in ${first}`]}
          />
        )}
      </PlotBox>
    </ChartFrame>
  );
}

function Controls({
  study,
  asked,
  values,
}: {
  study: Study;
  asked: Groups | null;
  values: readonly string[];
}) {
  const { t } = useLingui();
  const [, set] = useSearchState();
  const choices = wordAttributes(study);
  const groups = values.map((value) => ({ value, words: value }));
  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mb: 1.5 }}>
      <PickBox
        single
        label={t`Groups by`}
        choices={choices}
        chosen={choices.filter(({ value }) => value === asked?.attribute)}
        onChange={([next]) => set({ groups: next?.value, first: undefined, second: undefined })}
        sx={{ flex: '1 1 180px', maxWidth: { sm: 260 } }}
      />
      {asked && (
        <>
          <SelectBox
            label={t`First group`}
            always
            choices={groups}
            chosen={[asked.first]}
            onChange={([next]) => set({ first: next })}
          />
          <SelectBox
            label={t`Second group`}
            always
            choices={[
              { value: '', words: t`All others` },
              ...groups.filter(({ value }) => value !== asked.first),
            ]}
            chosen={[asked.second ?? '']}
            onChange={([next]) => set({ second: next || undefined })}
          />
        </>
      )}
    </Stack>
  );
}
