/** Persons of the granted rows by alterations of genes, a column a person. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { type ChartColumn, ChartFrame } from '../../../../charts/chart-frame.tsx';
import { OncoprintDrawing } from '../../../../charts/oncoprint/drawing.tsx';
import { Pairs } from '../../../../charts/oncoprint/pairs.tsx';
import { PickFilter } from '../../../../design/filters/pick-filter.tsx';
import { useSearchState } from '../../../../design/filters/search-state.ts';
import { AppLink } from '../../../../design/links.tsx';
import { Panel } from '../../../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../../../design/states.tsx';
import { formatCount, formatPercent } from '../../../../format/quantity.ts';
import { Watermark } from '../answer.tsx';
import { type Oncoprint, oncoprintQuery, type Workspace } from '../queries.ts';
import { ALTERATIONS, MARKS } from './marks.ts';
import { useTrackWords } from './track-words.ts';

type Gene = Oncoprint['genes'][number];

const [MOST_GENES, MOST_TRACKS] = [30, 6];
const TRACK_TABLES = ['cases', 'persons'];
/** Keys of cases, and days of which every person has another, say nothing as a colour. */
const NUMBERS = ['case_number'];

const share = (altered: number, of: number): string => (of > 0 ? formatPercent(altered / of) : '—');

/** Columns whose values stand over the genes. */
const tracksOf = ({ tables }: Workspace) =>
  tables
    .filter(({ name }) => TRACK_TABLES.includes(name))
    .flatMap(({ name, columns }) =>
      columns
        .filter((column) => column.rows && !NUMBERS.includes(column.name))
        .map((column) => ({ ...column, id: `${name}.${column.name}` })),
    );

export function OncoprintPanel({ workspace, project }: { workspace: Workspace; project: string }) {
  const [search] = useSearchState();
  const columns = workspace.tables.find(({ name }) => name === 'variants')?.columns ?? [];
  const granted =
    workspace.rows === 'READY' &&
    ['gene', 'result'].every((one) => columns.some(({ name, rows }) => name === one && rows));
  const known = tracksOf(workspace);
  const query = useQuery({
    ...oncoprintQuery({
      ...{ project, release: workspace.release },
      genes: (search.genes?.split(',') ?? []).slice(0, MOST_GENES),
      tracks: (search.tracks?.split(',') ?? [])
        .filter((id) => known.some((track) => track.id === id))
        .slice(0, MOST_TRACKS),
    }),
    placeholderData: keepPreviousData,
    enabled: granted,
  });
  if (!granted) return <NotGranted />;
  if (query.isPending) return <LoadingRows rows={10} />;
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  return <Drawn print={query.data} workspace={workspace} />;
}

function NotGranted() {
  return (
    <Alert severity="info">
      <Trans>
        A column of one person is drawn where rows of variants.gene and variants.result were granted
        to the project (of variants.kind as well, for the kinds of changes); here they were not. Ask
        for them by an amendment.
      </Trans>{' '}
      <AppLink to="/research/compare" search={{}} underline="always">
        <Trans>
          Comparison of cohorts draws patterns of alterations, whose columns are groups of persons.
        </Trans>
      </AppLink>
    </Alert>
  );
}

function Drawn({ print, workspace }: { print: Oncoprint; workspace: Workspace }) {
  const { t, i18n } = useLingui();
  const [, set] = useSearchState();
  const chart = useRef<HTMLDivElement>(null);
  const known = useMemo(() => tracksOf(workspace), [workspace]);
  const trackWords = useTrackWords();
  const marks = useMemo(
    () => ALTERATIONS.map((kind) => ({ ...MARKS[kind], kind, words: i18n._(MARKS[kind].words) })),
    [i18n],
  );
  const rows = useMemo(
    () =>
      print.genes.map(({ gene, column, kind, notTested, altered, tested }) => ({
        ...{ gene, column, kind, unknown: notTested, share: share(altered, tested) },
      })),
    [print],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: words change with the language alone
  const tracks = useMemo(
    () =>
      print.tracks.map(({ name, value }) => ({
        ...{ id: name, name: name.split('.')[1] ?? name },
        value: value.map((one) => trackWords(name, one ?? null)),
        isNumber: /int|double/.test(known.find(({ id }) => id === name)?.type ?? ''),
      })),
    [print, known, i18n.locale],
  );
  const columns: ChartColumn<Gene>[] = [
    { header: t`Gene`, cell: ({ gene }) => <em>{gene}</em>, text: ({ gene }) => gene },
    {
      header: t`Tested`,
      align: 'right',
      cell: ({ tested }) => formatCount(tested),
      order: ({ tested }) => tested,
      text: ({ tested }) => tested,
    },
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
      cell: ({ altered, tested }) => share(altered, tested),
      text: ({ altered, tested }) => share(altered, tested),
    },
    ...marks.map(({ kind, words }): ChartColumn<Gene> => {
      const of = (gene: Gene) => new Set(gene.column.filter((_, i) => gene.kind[i] === kind)).size;
      return {
        ...{ header: words, align: 'right', order: of, text: of },
        cell: (gene) => formatCount(of(gene)),
      };
    }),
  ];
  const [altered, tested] = [formatCount(print.altered), formatCount(print.tested)];
  const left = print.persons - print.columns.length;
  if (print.genes.length === 0)
    return (
      <Empty>
        <Trans>No gene is altered in five or more of these persons.</Trans>
      </Empty>
    );
  return (
    <>
      <Box sx={{ position: 'relative' }}>
        <ChartFrame
          title={t`OncoPrint`}
          name={t`OncoPrint`}
          detail={t`${altered} of ${tested} persons tested (${share(print.altered, print.tested)}) have an alteration of these genes; a column is a person`}
          chart={chart}
          facts={[[t`Seen by`, print.mark]]}
          picture="png"
          legend={marks}
          columns={columns}
          rows={print.genes}
          beneath={
            <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1 }}>
              {left > 0 && (
                <>
                  <Trans>{formatCount(left)} more columns are not drawn.</Trans>{' '}
                </>
              )}
              <Trans>
                Genes altered in fewer than five of these persons and changes of the germ line are
                left out. Shares are of persons in whom the gene was tested. Persons are sorted by
                the first gene, among equals by the next. A click or Enter opens the person’s
                course.
              </Trans>
            </Typography>
          }
        >
          <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mb: 1.5 }}>
            <PickFilter
              label={t`Genes`}
              name="genes"
              choices={print.choices.map(({ gene, altered: of }) => ({
                value: gene,
                words: `${gene} (${formatCount(of)})`,
              }))}
            />
            <PickFilter
              label={t`Clinical tracks`}
              name="tracks"
              choices={known.map(({ id }) => ({ value: id, words: id }))}
            />
          </Stack>
          <OncoprintDrawing
            {...{ rows, tracks, marks, chart }}
            columns={print.columns}
            unknownWords={t`not tested`}
            onPick={(column) => set({ person: print.columns[column], tab: 'course' })}
          />
        </ChartFrame>
        <Watermark mark={print.mark} />
      </Box>
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
