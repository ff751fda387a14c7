/** The frame around every chart: its table, its downloads. */

import { useLingui } from '@lingui/react/macro';
import { mdiChartLine, mdiDownloadOutline, mdiTable } from '@mdi/js';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import { type ReactNode, type RefObject, useState } from 'react';
import { csv, save } from '../design/downloads.ts';
import { Icon } from '../design/icon.tsx';
import { Menu } from '../design/menu.tsx';
import { Panel } from '../design/page.tsx';
import { printedHeading } from '../design/print/heading.ts';
import { type SimpleColumn, SimpleTable } from '../design/table/simple-table.tsx';
import { formatDay } from '../format/date.ts';
import {
  type Caption,
  captionRows,
  type Fact,
  fileNameOf,
  type LegendItem,
} from './export/caption.ts';

/** A chart's data as a table; `text` is what a file holds, of some columns the file alone. */
export type ChartColumn<Row> = SimpleColumn<Row> & {
  text: (row: Row) => string | number | null;
  fileOnly?: boolean;
};

export function ChartFrame<Row>({
  title,
  name,
  detail,
  actions,
  legend = [],
  heading,
  facts,
  columns,
  rows,
  table,
  chart,
  picture,
  beneath,
  children,
}: {
  title: ReactNode;
  /** The chart's name in words, for its table and files. */
  name: string;
  /** The unit, or what else the title leaves unsaid; words of it go into files. */
  detail?: ReactNode;
  actions?: ReactNode;
  /** What the colours of the drawing mean, for files: the page may say it elsewhere. */
  legend?: readonly LegendItem[];
  /** The title that files carry, where it says more than the name. */
  heading?: string;
  /** What the figure is of, for its files, where it says so itself; absent: what the page says of itself. */
  facts?: readonly Fact[];
  columns: ChartColumn<Row>[];
  rows: readonly Row[];
  /** The table on the page, where it is not all of these columns and rows. */
  table?: ReactNode;
  /** The element the drawing is in. */
  chart: RefObject<HTMLElement | null>;
  /** `png` where the drawing is of rows that do not leave: a picture with its mark does, their places in a file do not. */
  picture?: 'png';
  /** What stands beneath the chart and beneath the table. */
  beneath?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useLingui();
  const [tableWanted, wantTable] = useState(false);
  // A table without rows would read as nothing; what stands in the chart's place says why there is none.
  const asTable = tableWanted && rows.length > 0;
  return (
    <Panel
      title={title}
      detail={detail}
      flush={asTable}
      actions={
        <>
          {!asTable && actions}
          <Tooltip title={asTable ? t`Show as a chart` : t`Show as a table`}>
            <IconButton
              aria-label={asTable ? t`Show ${name} as a chart` : t`Show ${name} as a table`}
              onClick={() => wantTable(!asTable)}
            >
              <Icon path={asTable ? mdiChartLine : mdiTable} />
            </IconButton>
          </Tooltip>
          <Downloads
            name={name}
            unit={typeof detail === 'string' ? detail : ''}
            legend={legend}
            heading={heading ?? name}
            facts={facts}
            columns={columns}
            rows={rows}
            chart={asTable ? null : chart}
            drawing={picture === undefined}
          />
        </>
      }
    >
      {!asTable
        ? children
        : (table ?? (
            <SimpleTable
              label={name}
              columns={columns.filter((c) => !c.fileOnly)}
              rows={rows}
              rowKey={(_, index) => index}
              maxHeight={420}
            />
          ))}
      {beneath && asTable ? <Box sx={{ px: 2, pb: 1.75 }}>{beneath}</Box> : beneath}
    </Panel>
  );
}

function Downloads<Row>({
  name,
  unit,
  legend,
  heading,
  facts,
  columns,
  rows,
  chart,
  drawing: asDrawing,
}: {
  name: string;
  heading: string;
  unit: string;
  legend: readonly LegendItem[];
  facts: readonly Fact[] | undefined;
  columns: ChartColumn<Row>[];
  rows: readonly Row[];
  chart: RefObject<HTMLElement | null> | null;
  /** Whether the drawing itself may be saved. */
  drawing: boolean;
}) {
  const { t } = useLingui();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const drawing = chart?.current ?? null;
  const isSvg = Boolean(drawing?.querySelector('svg[data-chart]'));
  const isCanvas = Boolean(drawing?.querySelector('canvas'));
  const close = (action: () => void | Promise<void>) => () => {
    setAnchor(null);
    void action();
  };
  const captionOf = (): Caption => {
    if (facts) {
      return {
        title: heading,
        unit,
        legend,
        facts: [...facts, [t`Saved on`, formatDay(Date.now())]],
      };
    }
    const { subject, selection, release } = printedHeading(document);
    const said = [
      [t`Selection`, selection || t`everything`],
      [t`Release`, release],
      [t`Source`, [t`National Oncology Data Platform`, subject].filter(Boolean).join(', ')],
      [t`Saved on`, formatDay(Date.now())],
    ] as const;
    return { title: heading, unit, legend, facts: said.filter(([, value]) => value !== '') };
  };
  const fileOf = (extension: string): string => {
    const { selection, release } = printedHeading(document);
    return fileNameOf(['NODP', release, name, selection, formatDay(Date.now())], extension);
  };
  const saveCsv = () => {
    const head = columns.map((c) => c.header);
    const body = rows.map((row) => columns.map((c) => c.text(row)));
    save(
      fileOf('csv'),
      csv([...captionRows(captionOf()), head, ...body]),
      'text/csv;charset=utf-8',
    );
  };
  const savePicture = async (kind: 'svg' | 'png') => {
    const { captioned, drawnIn, pictureOf } = await import('./export/picture.ts');
    const drawn = drawing && drawnIn(drawing);
    if (!drawn) return;
    const sheet = captioned(drawn, captionOf());
    if (kind === 'svg') save(fileOf('svg'), sheet.svg, 'image/svg+xml');
    else save(fileOf('png'), await pictureOf(sheet));
  };
  return (
    <>
      <Tooltip title={t`Download`}>
        <IconButton
          aria-label={t`Download ${name}`}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <Icon path={mdiDownloadOutline} />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem dense onClick={close(saveCsv)}>
          {t`Table (CSV)`}
        </MenuItem>
        {isSvg && asDrawing && (
          <MenuItem dense onClick={close(() => savePicture('svg'))}>
            {t`Drawing (SVG)`}
          </MenuItem>
        )}
        {(isSvg || isCanvas) && (
          <MenuItem dense onClick={close(() => savePicture('png'))}>
            {t`Picture (PNG)`}
          </MenuItem>
        )}
      </Menu>
    </>
  );
}
