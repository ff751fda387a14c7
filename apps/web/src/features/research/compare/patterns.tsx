/** Patterns of alterations of each cohort: an OncoPrint whose columns are groups of persons. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { listOf } from '../../../address.ts';
import { useWidth } from '../../../charts/use-width.ts';
import { PickFilter } from '../../../design/filters/pick-filter.tsx';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { okabeIto } from '../../../design/palette.ts';
import { Empty, ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import type { GeneState } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { shortCount } from '../counts.tsx';
import type { DisclosureRule } from '../queries.ts';
import { covariates } from './asked.ts';
import { ArmHeading, type Compared, figureOfEach } from './of-arms.tsx';
import { OnDemand } from './on-demand.tsx';
import { type Patterns, patternsQuery } from './queries.ts';
import { covariateNames } from './words.tsx';

type Arm = Patterns['arms'][number];

const [names, row, track, gap] = [128, 18, 12, 4];
const [mostGenes, mostTracks] = [12, 2];
const colours: Record<GeneState, string> = {
  ALTERED: okabeIto.vermillion,
  NOT_ALTERED: 'var(--mui-palette-action-selected)',
  NOT_TESTED: 'transparent',
};
const hues = [
  ...[okabeIto.blue, okabeIto.orange, okabeIto.green, okabeIto.purple],
  ...[okabeIto.skyBlue, okabeIto.yellow, okabeIto.vermillion],
];
const soft = 'var(--mui-palette-text-secondary)';
const strong = 'var(--mui-palette-text-primary)';

export function PatternsPanel(props: Compared) {
  const { t } = useLingui();
  return (
    <OnDemand
      name="patterns"
      title={<Trans>OncoPrint</Trans>}
      detail={<Trans>patterns of the chosen genes, as wide as their persons are many</Trans>}
      ask={t`Show patterns of alterations`}
    >
      <Figures {...props} />
    </OnDemand>
  );
}

function Figures({ comparison, chosen, rule }: Compared) {
  const { i18n, t } = useLingui();
  const [search] = useSearchState();
  const genes = (search.genes?.split(',') ?? []).slice(0, mostGenes);
  const tracks = listOf(search.tracks, covariates).slice(0, mostTracks);
  const query = useQuery({
    ...patternsQuery(comparison, genes, tracks),
    enabled: genes.length > 0,
  });
  return (
    <>
      <Stack direction="row" sx={{ gap: 1.5, mb: 1 }}>
        <PickFilter
          label={t`Clinical tracks (two at most)`}
          name="tracks"
          choices={covariates.map((each) => ({ value: each, words: i18n._(covariateNames[each]) }))}
        />
      </Stack>
      {genes.length === 0 ? (
        <Empty>
          <Trans>Choose genes under “Alterations of genes”: they are the rows.</Trans>
        </Empty>
      ) : query.isPending ? (
        <LoadingRows rows={genes.length} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : query.data ? (
        <>
          {figureOfEach(query.data.arms, chosen, (arm, name) => (
            <One data={query.data as Patterns} arm={arm} name={name} rule={rule} />
          ))}
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1 }}>
            <Trans>
              A column is all persons of one pattern, since no column of one person may leave.
              Patterns of fewer than {rule.minimumCell} persons are one block at the end. More genes
              or tracks make more patterns of too few persons.
            </Trans>
          </Typography>
        </>
      ) : null}
    </>
  );
}

function One({
  data,
  arm,
  name,
  rule,
}: {
  data: Patterns;
  arm: Arm;
  name: string;
  rule: DisclosureRule;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const [box, width] = useWidth();
  const states: Record<GeneState, string> = {
    ALTERED: t`altered`,
    NOT_ALTERED: t`not altered`,
    NOT_TESTED: t`not tested`,
  };
  const values = arm.patterns.map(({ persons }) => persons.value ?? 0);
  const [told, rest] = [values.reduce((sum, each) => sum + each, 0), arm.rest.value ?? 0];
  const scale = Math.max(160, width - names) / Math.max(1, told + rest);
  const from = values.map((_, i) => values.slice(0, i).reduce((sum, each) => sum + each, 0));
  const top = data.tracks.length * (track + gap);
  const height = top + data.genes.length * (row + gap);
  const levels = data.tracks.map((_, i) => [
    ...new Set(arm.patterns.map(({ tracks }) => label(tracks[i] ?? { en: '', zh: '' }))),
  ]);
  const shares = data.genes.map((gene, i) => {
    const at = (state: GeneState) =>
      arm.patterns.reduce((n, { genes }, p) => (genes[i] === state ? n + (values[p] ?? 0) : n), 0);
    const tested = at('ALTERED') + at('NOT_ALTERED');
    return { gene, share: tested === 0 ? '—' : `${Math.round((100 * at('ALTERED')) / tested)}%` };
  });
  const said = (place: number) => {
    const pattern = arm.patterns[place];
    return [
      ...(pattern?.tracks.map((each) => label(each)) ?? []),
      ...(pattern?.genes.map((state, i) => `${data.genes[i]} ${states[state]}`) ?? []),
      shortCount(pattern?.persons ?? arm.rest, rule),
    ].join(' · ');
  };
  if (arm.patterns.length === 0)
    return (
      <Empty>
        {name}: <Trans>no pattern has enough persons to be told.</Trans>
      </Empty>
    );
  return (
    <Box component="section" ref={box} data-patterns sx={{ mb: 2, minWidth: 0 }}>
      <ArmHeading name={name} persons={arm.persons} rule={rule} />
      <Box
        component="svg"
        data-chart
        role="img"
        aria-label={t`Altered of those tested: ${shares.map(({ gene, share }) => `${gene} ${share}`).join(', ')}`}
        width={names + (told + rest) * scale}
        height={height}
        sx={{ display: 'block', fontSize: 12, maxWidth: '100%' }}
      >
        {data.tracks.map((each, i) => (
          <text key={each.en} x={0} y={i * (track + gap) + track - 2} fill={soft}>
            {label(each).slice(0, 16)}
          </text>
        ))}
        {shares.map(({ gene, share }, i) => (
          <g key={gene} transform={`translate(0, ${top + i * (row + gap)})`}>
            <text x={0} y={row - 5} fill={strong} fontStyle="italic">
              {gene}
            </text>
            <text x={names - 8} y={row - 5} textAnchor="end" fill={soft}>
              {share}
            </text>
          </g>
        ))}
        {arm.patterns.map((pattern, p) => (
          <g
            // biome-ignore lint/suspicious/noArrayIndexKey: a pattern is named by its place
            key={p}
            transform={`translate(${names + (from[p] ?? 0) * scale}, 0)`}
          >
            <title>{said(p)}</title>
            {pattern.tracks.map((level, i) => (
              <rect
                key={data.tracks[i]?.en}
                y={i * (track + gap)}
                width={(values[p] ?? 0) * scale}
                height={track}
                fill={hues[(levels[i] ?? []).indexOf(label(level)) % hues.length]}
              />
            ))}
            {pattern.genes.map((state, i) => (
              <rect
                key={data.genes[i]}
                y={top + i * (row + gap)}
                width={(values[p] ?? 0) * scale}
                height={row}
                fill={colours[state]}
                stroke="var(--mui-palette-background-paper)"
                strokeWidth={0.5}
              />
            ))}
          </g>
        ))}
        {rest > 0 && (
          <rect
            x={names + told * scale}
            width={rest * scale}
            height={height}
            fill="none"
            stroke={soft}
            strokeDasharray="3 3"
          >
            <title>{`${t`other patterns, or too few`}: ${shortCount(arm.rest, rule)}`}</title>
          </rect>
        )}
      </Box>
      <Legend
        entries={[
          { words: states.ALTERED, colour: colours.ALTERED },
          { words: states.NOT_ALTERED, colour: colours.NOT_ALTERED },
          {
            words: `${t`other patterns, or too few`} (${shortCount(arm.rest, rule)})`,
            colour: null,
          },
          ...levels.flatMap((of) =>
            of.map((words, i) => ({ words, colour: hues[i % hues.length] ?? null })),
          ),
        ]}
      />
    </Box>
  );
}

function Legend({
  entries,
}: {
  entries: readonly { readonly words: string; readonly colour: string | null }[];
}) {
  return (
    <Stack direction="row" sx={{ gap: 1.5, flexWrap: 'wrap', fontSize: 12, mt: 0.5 }}>
      {entries.map(({ words, colour }) => (
        <Stack key={words} direction="row" component="span" sx={{ gap: 0.5, alignItems: 'center' }}>
          <Box component="svg" viewBox="0 0 10 10" aria-hidden sx={{ width: 10, height: 10 }}>
            <rect
              width={10}
              height={10}
              fill={colour ?? 'none'}
              {...(colour === null ? { stroke: soft, strokeDasharray: '2 2' } : {})}
            />
          </Box>
          {words}
        </Stack>
      ))}
    </Stack>
  );
}
