/** Figures on the page, kept-back ones with what that means. */
import { Trans, useLingui } from '@lingui/react/macro';
import Tooltip from '@mui/material/Tooltip';
import { VisuallyHidden } from '../../design/page.tsx';
import type { SimpleColumn } from '../../design/table/simple-table.tsx';
import { cellOf, type Figure, intervalText, numberOf, suppressedSign } from './measure.ts';

/** A figure; where it is kept back, a sign whose meaning can be read. */
export function FigureText({
  figure,
  format,
}: {
  figure: Figure;
  format: (value: number) => string;
}) {
  if (figure.is === 'shown') return <>{format(figure.value)}</>;
  if (figure.is === 'none') return <>—</>;
  return (
    <Tooltip
      title={<Trans>Not shown: too few cases, or it would tell a number that is too small</Trans>}
    >
      <span>
        <span aria-hidden="true">{suppressedSign}</span>
        <VisuallyHidden>
          <Trans>not shown</Trans>
        </VisuallyHidden>
      </span>
    </Tooltip>
  );
}

type Column<Row> = SimpleColumn<Row> & { text: (row: Row) => string | number | null };

/** A column of figures; of rates, another with their interval, in files the limits apart. */
export function useFigureColumns(): <Row>(
  header: string,
  figure: (row: Row) => Figure,
  format: (value: number) => string,
  interval?: boolean,
) => Column<Row>[] {
  const { t } = useLingui();
  return (header, figure, format, interval) => [
    {
      header,
      align: 'right' as const,
      cell: (row) => <FigureText figure={figure(row)} format={format} />,
      text: (row) => cellOf(figure(row)),
      order: (row) => numberOf(figure(row)),
    },
    ...(interval
      ? [
          {
            header: t`95% CI: ${header}`,
            align: 'right' as const,
            cell: (row: Parameters<typeof figure>[0]) => {
              const f = figure(row);
              return (f.is === 'shown' && intervalText(f, format)) || '—';
            },
            text: (row: Parameters<typeof figure>[0]) => {
              const f = figure(row);
              return f.is === 'shown' && f.lower !== null ? `${f.lower} to ${f.upper}` : null;
            },
          },
        ]
      : []),
  ];
}
