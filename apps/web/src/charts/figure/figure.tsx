/**
 * A figure that stands by itself: its chart with a title that says all, what it shows and does not in a sentence each,
 * its table and files, a link that opens it again, and how it is cited.
 */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import type { ReactNode, RefObject } from 'react';
import { Facts, VisuallyHidden } from '../../design/page.tsx';
import { usePrinting } from '../../design/print/printing.ts';
import { type ChartColumn, ChartFrame } from '../chart-frame.tsx';
import type { Fact, LegendItem } from '../export/caption.ts';
import { CopyLink } from './copy-link.tsx';

/** What is said of a figure, in the reader's language. */
export type FigureWords = {
  /** In a few words, for buttons and files. */
  readonly name: string;
  /** Measure, population, period, standard. */
  readonly title: string;
  readonly unit: string;
  /** One plain sentence each: what the figure shows, and what it does not. */
  readonly shows: string;
  readonly showsNot: string;
  readonly notes: readonly string[];
  /** What it is of: population, period, standard, interval, source … */
  readonly facts: readonly Fact[];
  readonly citation: string;
};

export function Figure<Row>({
  words,
  link,
  legend,
  columns,
  rows,
  table,
  chart,
  actions,
  children,
}: {
  words: FigureWords;
  /** The address that opens the figure again. */
  link: string;
  legend?: readonly LegendItem[];
  columns: ChartColumn<Row>[];
  rows: readonly Row[];
  table?: ReactNode;
  chart: RefObject<HTMLElement | null>;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useLingui();
  const { name, title, unit, shows, showsNot, notes, facts, citation } = words;
  const printing = usePrinting();
  return (
    <ChartFrame
      title={title}
      name={name}
      heading={title}
      detail={unit}
      actions={
        <>
          {actions}
          <CopyLink name={name} link={link} />
        </>
      }
      legend={legend ?? []}
      facts={[
        [t`What it shows`, shows],
        [t`What it does not`, showsNot],
        ...facts,
        ...notes.map((note): Fact => [t`Note`, note]),
        [t`How to cite`, citation],
        [t`Address`, link],
      ]}
      columns={columns}
      rows={rows}
      table={table}
      chart={chart}
      beneath={
        <Box sx={beneath}>
          <p>
            {shows}{' '}
            <span>
              <VisuallyHidden>
                <Trans>What it does not say:</Trans>{' '}
              </VisuallyHidden>
              {showsNot}
            </span>
          </p>
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          <Box component="details" open={printing || undefined} sx={{ '& summary': summary }}>
            <summary>
              <Trans>What it rests on, and how to cite it</Trans>
            </summary>
            <Box sx={{ mt: 1 }}>
              <Facts facts={facts.map(([name, value]) => ({ name, value }))} />
              <Box component="p" sx={{ mt: 1, fontSize: 13, overflowWrap: 'anywhere' }}>
                <Trans>How to cite</Trans>: {citation}
              </Box>
            </Box>
          </Box>
        </Box>
      }
    >
      {children}
    </ChartFrame>
  );
}

const summary = { cursor: 'pointer', width: 'fit-content', py: 0.25 } as const;
const beneath = {
  mt: 1,
  fontSize: 13,
  maxWidth: '110ch',
  '& p': { m: 0, mb: 0.5 },
  '& p > span': { color: 'text.secondary' },
  '& p + p': { color: 'text.secondary', fontSize: 12 },
} as const;
