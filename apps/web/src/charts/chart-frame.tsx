/** The frame around every chart: its table, its downloads. */

import { useLingui } from '@lingui/react/macro';
import { mdiChartLine, mdiDownloadOutline, mdiTable } from '@mdi/js';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import { type ReactNode, type RefObject, useState } from 'react';
import { csv, fileName, pngOfCanvas, pngOfSvg, save, standaloneSvg } from '../design/downloads.ts';
import { Icon } from '../design/icon.tsx';
import { Menu } from '../design/menu.tsx';
import { Panel } from '../design/page.tsx';
import { type SimpleColumn, SimpleTable } from '../design/table/simple-table.tsx';

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
  columns,
  rows,
  chart,
  children,
}: {
  title: ReactNode;
  /** The chart's name in words, for its table and files. */
  name: string;
  detail?: ReactNode;
  actions?: ReactNode;
  columns: ChartColumn<Row>[];
  rows: readonly Row[];
  /** The element the drawing is in. */
  chart: RefObject<HTMLElement | null>;
  children: ReactNode;
}) {
  const { t } = useLingui();
  const [asTable, setAsTable] = useState(false);
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
              onClick={() => setAsTable(!asTable)}
            >
              <Icon path={asTable ? mdiChartLine : mdiTable} />
            </IconButton>
          </Tooltip>
          <Downloads name={name} columns={columns} rows={rows} chart={asTable ? null : chart} />
        </>
      }
    >
      {asTable ? (
        <SimpleTable
          label={name}
          columns={columns.filter((c) => !c.fileOnly)}
          rows={rows}
          rowKey={(_, index) => index}
          maxHeight={420}
        />
      ) : (
        children
      )}
    </Panel>
  );
}

function Downloads<Row>({
  name,
  columns,
  rows,
  chart,
}: {
  name: string;
  columns: ChartColumn<Row>[];
  rows: readonly Row[];
  chart: RefObject<HTMLElement | null> | null;
}) {
  const { t } = useLingui();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const drawing = chart?.current ?? null;
  const svg =
    drawing?.querySelector<SVGSVGElement>('svg[data-chart], svg.recharts-surface') ?? null;
  const canvas = drawing?.querySelector('canvas') ?? null;
  const close = (action: () => void | Promise<void>) => () => {
    setAnchor(null);
    void action();
  };
  const saveCsv = () => {
    const head = columns.map((c) => c.header);
    const body = rows.map((row) => columns.map((c) => c.text(row)));
    save(fileName(name, 'csv'), csv([head, ...body]), 'text/csv;charset=utf-8');
  };
  const savePng = async () => {
    if (svg) save(fileName(name, 'png'), await pngOfSvg(svg));
    else if (canvas) save(fileName(name, 'png'), await pngOfCanvas(canvas));
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
        {svg && (
          <MenuItem
            dense
            onClick={close(() => save(fileName(name, 'svg'), standaloneSvg(svg), 'image/svg+xml'))}
          >
            {t`Drawing (SVG)`}
          </MenuItem>
        )}
        {(svg || canvas) && (
          <MenuItem dense onClick={close(savePng)}>
            {t`Picture (PNG)`}
          </MenuItem>
        )}
      </Menu>
    </>
  );
}
