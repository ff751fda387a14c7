/** Answers as one figure: selections side by side on one scale. */
import { Trans, useLingui } from '@lingui/react/macro';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { type ReactNode, useRef } from 'react';
import { scaleOf } from '../../../../charts/classes/scale.ts';
import type { LegendItem } from '../../../../charts/export/caption.ts';
import { Figure } from '../../../../charts/figure/figure.tsx';
import { formatCount } from '../../../../format/quantity.ts';
import { useLabel } from '../../../../i18n/label.ts';
import { type Answered, cubeOf, together } from '../../answer/cube.ts';
import { useFormats } from '../../answer/format.ts';
import { missingOf } from '../../answer/missing.ts';
import { drawingOf } from '../../answer/panels.ts';
import { rolesOf } from '../../answer/roles.ts';
import { useStateWords } from '../../answer/state-words.ts';
import type { Table } from '../../asked.ts';
import type { Resolved } from '../resolved.ts';
import { CellTable } from './cell-table.tsx';
import { colourOf } from './colours.ts';
import { Drawn } from './drawn.tsx';
import { useFigureWords } from './figure-words.ts';
import { FunnelDrawn, useFunnelColumns, useFunnelLegend, useFunnelNotes } from './funnel.tsx';
import { rowsOf, useCellColumns } from './rows.ts';

/** More cells than this nobody tells apart in a drawing, and a browser is slow to draw. */
const mostDrawn = 4000;

type Dimension = Table['axes'][number]['dimension'];
type State = Table['states'][number];

export type Shown = Resolved & { readonly table: Table };

export function AnswerFigure({
  shown,
  beside,
  number,
  link,
  actions,
  onBeside,
}: {
  shown: readonly [Shown, ...Shown[]];
  beside: boolean;
  /** Of the figure, where it is one of several. */
  number: number | null;
  link: string;
  actions?: ReactNode;
  onBeside: (beside: boolean) => void;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const chart = useRef<HTMLDivElement>(null);
  const state = useStateWords();
  const [{ table: first, info }, ...others] = shown;
  const formats = useFormats(info);
  const several = others.length > 0;
  const inWords = (table: Table): Answered<Dimension, State> => ({
    ...table,
    axes: table.axes.map((axis) => ({ ...axis, labels: axis.labels.map(label) })),
  });
  const names = shown.map(({ letter, words }) => `${letter} · ${words}`);
  const cube = several
    ? together(
        shown.map(({ table }) => inWords(table)),
        names,
      )
    : cubeOf(inWords(first));
  const rows = rowsOf(cube);
  const roles = rolesOf(cube.axes, beside);
  const drawing = drawingOf(cube, roles);
  const words = useFigureWords()(
    [first, ...others.map(({ table }) => table)],
    shown.map(({ letter }) => letter),
    names,
  );
  // Selections side by side are compared with each other, one alone with what chance lets expect.
  const funnel = several ? null : first.funnel;
  const [funnelColumns, funnelLegend, funnelNotes] = [
    useFunnelColumns(),
    useFunnelLegend(),
    useFunnelNotes(),
  ];
  const cellColumns = useCellColumns(
    cube,
    {
      value: label(info?.label ?? first.about.title),
      numerator: label(first.about.numerator),
      denominator: first.about.denominator ? label(first.about.denominator) : t`Below the line`,
      axes: [...(several ? [t`Selection`] : []), ...first.axes.map((axis) => label(axis.label))],
    },
    formats,
  );
  const columns =
    funnel === null ? cellColumns : [...cellColumns, ...funnelColumns(funnel, formats)];
  const missing = missingOf(cube);
  const colours = drawing.panels[0]?.series ?? [];
  const legend: LegendItem[] =
    roles.kind === 'heat' || drawing.colour === null
      ? []
      : colours.map(({ code, name }, i) => ({
          words: name,
          colour: colourOf(drawing.colour?.dimension ?? null, code, i),
          mark: roles.kind === 'lines' ? 'line' : 'square',
        }));
  const tooMany = rows.length > mostDrawn;
  return (
    <Figure
      words={{
        ...words,
        title: number === null ? words.title : t`Figure ${number}. ${words.title}`,
        name: number === null ? words.name : t`Figure ${number}. ${words.name}`,
        notes: [
          ...(funnel === null ? [] : funnelNotes(first, funnel, formats)),
          ...[...missing.reasons].map(([why, count]) => {
            const number = formatCount(count);
            const of = formatCount(missing.expected);
            const reason = state.explained(why);
            return t`${number} of ${of} figures are not there: ${reason}.`;
          }),
          ...words.notes,
        ],
      }}
      link={link}
      legend={funnel === null ? legend : funnelLegend}
      columns={columns}
      rows={rows}
      table={<CellTable name={words.name} columns={columns} rows={rows} />}
      chart={chart}
      actions={
        <>
          {several && (
            <ToggleButtonGroup
              exclusive
              size="small"
              value={beside}
              aria-label={t`How selections stand`}
              onChange={(_, next: boolean | null) => {
                if (next !== null) onBeside(next);
              }}
            >
              <ToggleButton value={false} sx={toggle}>
                <Trans>In one chart</Trans>
              </ToggleButton>
              <ToggleButton value={true} sx={toggle}>
                <Trans>Side by side</Trans>
              </ToggleButton>
            </ToggleButtonGroup>
          )}
          {actions}
        </>
      }
    >
      {tooMany ? (
        <p>
          <Trans>
            {formatCount(rows.length)} figures are too many to draw: the table and its file have
            them all. Cross fewer dimensions, or choose fewer values.
          </Trans>
        </p>
      ) : funnel !== null ? (
        <FunnelDrawn
          name={words.name}
          table={first}
          funnel={funnel}
          formats={formats}
          chart={chart}
        />
      ) : (
        <Drawn
          name={words.name}
          kind={roles.kind}
          drawing={drawing}
          formats={formats}
          scale={
            roles.kind === 'heat'
              ? scaleOf(rows.flatMap(({ cell }) => (cell.value === null ? [] : [cell.value])))
              : null
          }
          unit={words.unit}
          reference={references[first.measure] ?? null}
          chart={chart}
        />
      )}
    </Figure>
  );
}

/** What ratios are read against: alike. */
const references: { readonly [M in Table['measure']]?: number } = {
  RATE_RATIO: 1,
  STANDARDISED_INCIDENCE_RATIO: 1,
};

const toggle = { px: 1, py: 0.25, textTransform: 'none', lineHeight: 1.3 } as const;
