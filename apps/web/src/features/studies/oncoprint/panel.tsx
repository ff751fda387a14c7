/** Patients by alterations of genes: chosen genes and attributes, the drawing, and which genes go together. */
import { Trans, useLingui } from '@lingui/react/macro';
import Stack from '@mui/material/Stack';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { type ChartColumn, ChartFrame } from '../../../charts/chart-frame.tsx';
import { OncoprintDrawing } from '../../../charts/oncoprint/drawing.tsx';
import { Pairs } from '../../../charts/oncoprint/pairs.tsx';
import { PickFilter } from '../../../design/filters/pick-filter.tsx';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { Panel } from '../../../design/page.tsx';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { formatCount, formatPercent } from '../../../format/quantity.ts';
import type { StudyAlteration } from '../../../graph/generated/graphql.ts';
import { attributeChoices, geneChoices } from '../attributes.ts';
import { useStudyFacts } from '../facts.ts';
import { type Oncoprint, oncoprintQuery, type Study } from '../queries.ts';
import { ALTERATIONS, MARKS } from './marks.ts';

/** Rows while nobody has chosen genes: the most often altered. */
const ROWS = 12;

export function OncoprintPanel({ study }: { study: Study }) {
  const [search] = useSearchState();
  const chosen = search.genes?.split(',') ?? [];
  const genes = (chosen.length > 0 ? chosen : study.genes.gene.slice(0, ROWS)).slice(0, 40);
  const attributes = (search.tracks?.split(',') ?? [])
    .filter((id) => study.attributes.some((each) => each.id === id))
    .slice(0, 10);
  const unit = search.unit === 'samples' ? 'SAMPLES' : 'PATIENTS';
  const query = useQuery({
    ...oncoprintQuery({ id: study.id, genes, attributes, unit }),
    placeholderData: keepPreviousData,
  });
  if (query.isPending) return <LoadingRows rows={10} />;
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  return query.data === null ? null : (
    <Drawn study={study} print={query.data} samples={unit === 'SAMPLES'} />
  );
}

function Drawn({ study, print, samples }: { study: Study; print: Oncoprint; samples: boolean }) {
  const { t, i18n } = useLingui();
  const chart = useRef<HTMLDivElement>(null);
  const facts = useStudyFacts(study);
  const share = (altered: number) =>
    print.examined > 0 ? formatPercent(altered / print.examined) : '—';
  const columns: ChartColumn<Oncoprint['genes'][number]>[] = [
    { header: t`Gene`, cell: ({ gene }) => <em>{gene}</em>, text: ({ gene }) => gene },
    {
      header: t`Altered`,
      align: 'right',
      cell: ({ altered }) => formatCount(altered),
      order: ({ altered }) => altered,
      text: ({ altered }) => altered,
    },
    {
      header: t`Share`,
      align: 'right',
      cell: ({ altered }) => share(altered),
      text: ({ altered }) => share(altered),
    },
    ...ALTERATIONS.map(
      (kind): ChartColumn<Oncoprint['genes'][number]> => ({
        header: i18n._(MARKS[kind].words),
        align: 'right',
        cell: (row) => formatCount(numberOf(row, kind)),
        order: (row) => numberOf(row, kind),
        text: (row) => numberOf(row, kind),
      }),
    ),
  ];
  const marks = useMemo(
    () => ALTERATIONS.map((kind) => ({ ...MARKS[kind], kind, words: i18n._(MARKS[kind].words) })),
    [i18n],
  );
  const rows = useMemo(
    () =>
      print.genes.map(({ gene, altered: of, column, kind }) => ({
        ...{ gene, column, kind, unknown: print.notExamined },
        share: print.examined > 0 ? formatPercent(of / print.examined) : '—',
      })),
    [print],
  );
  const tracks = useMemo(
    () =>
      print.tracks.map(({ attribute, value }) => {
        const of = study.attributes.find(({ id }) => id === attribute);
        return {
          id: attribute,
          name: of?.name ?? attribute,
          isNumber: of?.isNumber === true,
          value,
        };
      }),
    [print, study],
  );
  const [altered, examined] = [formatCount(print.altered), formatCount(print.examined)];
  const left = print.units - print.columns.length;
  return (
    <>
      <ChartFrame
        title={t`OncoPrint`}
        name={t`OncoPrint`}
        detail={
          samples
            ? t`${altered} of ${examined} samples examined (${share(print.altered)}) have an alteration of these genes`
            : t`${altered} of ${examined} patients examined (${share(print.altered)}) have an alteration of these genes`
        }
        chart={chart}
        facts={facts}
        legend={marks}
        columns={columns}
        rows={print.genes}
        beneath={left > 0 ? <Trans>{formatCount(left)} more columns are not drawn.</Trans> : null}
      >
        <Controls study={study} samples={samples} />
        <OncoprintDrawing {...{ rows, tracks, marks, chart }} columns={print.columns} />
      </ChartFrame>
      {print.pairs.length > 0 && (
        <Panel
          flush
          title={<Trans>Genes together</Trans>}
          detail={
            <Trans>
              Fisher’s exact test of every two of the genes; adjusted by Benjamini and Hochberg
            </Trans>
          }
        >
          <Pairs pairs={print.pairs} />
        </Panel>
      )}
    </>
  );
}

const numberOf = (
  { column, kind }: { column: readonly number[]; kind: readonly StudyAlteration[] },
  asked: StudyAlteration,
): number => new Set(column.filter((_, i) => kind[i] === asked)).size;

function Controls({ study, samples }: { study: Study; samples: boolean }) {
  const { t } = useLingui();
  const [, set] = useSearchState();
  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mb: 1.5 }}>
      <PickFilter label={t`Genes`} name="genes" choices={geneChoices(study)} />
      <PickFilter label={t`Attributes`} name="tracks" choices={attributeChoices(study)} />
      <ToggleButtonGroup
        exclusive
        size="small"
        value={samples ? 'samples' : 'patients'}
        aria-label={t`What a column is`}
        onChange={(_, next: string | null) => {
          if (next !== null) set({ unit: next === 'samples' ? next : undefined });
        }}
      >
        <ToggleButton value="patients">{t`Patients`}</ToggleButton>
        <ToggleButton value="samples">{t`Samples`}</ToggleButton>
      </ToggleButtonGroup>
    </Stack>
  );
}
