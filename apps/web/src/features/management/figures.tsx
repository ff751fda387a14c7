/** Figures on the page, kept-back ones with what that means. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import type { ChartColumn } from '../../charts/chart-frame.tsx';
import { VisuallyHidden } from '../../design/page.tsx';
import { cellOf, type Figure, intervalText, numberOf, suppressedSign } from './measure.ts';
import { noRateWords } from './words.ts';

/** A figure; where it is kept back, a sign whose meaning can be read. */
export function FigureText({
  figure,
  format,
}: {
  figure: Figure;
  format: (value: number) => string;
}) {
  const { i18n } = useLingui();
  if (figure.is === 'shown') return <>{format(figure.value)}</>;
  if (figure.is === 'none') {
    if (figure.why === undefined) return <>—</>;
    const why = i18n._(noRateWords[figure.why]);
    return (
      <Tooltip title={why}>
        <span>
          <span aria-hidden="true">—</span>
          <VisuallyHidden>{why}</VisuallyHidden>
        </span>
      </Tooltip>
    );
  }
  return (
    <Tooltip
      title={
        <Trans>Not shown: too few cases, or it would disclose a number that is too small</Trans>
      }
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

/** A column of figures; rates have their interval beside them, in files its limits as columns. */
export function useFigureColumns(): <Row>(
  header: string,
  figure: (row: Row) => Figure,
  format: (value: number) => string,
  interval?: boolean,
) => ChartColumn<Row>[] {
  const { t } = useLingui();
  return (header, figure, format, interval) => {
    const limit = (row: Parameters<typeof figure>[0], which: 'lower' | 'upper') => {
      const it = figure(row);
      return it.is === 'shown' ? it[which] : null;
    };
    const limits = [
      { name: t`${header}, lower 95% limit`, which: 'lower' },
      { name: t`${header}, upper 95% limit`, which: 'upper' },
    ] as const;
    return [
      {
        header,
        align: 'right' as const,
        cell: (row) => (
          <>
            <FigureText figure={figure(row)} format={format} />
            {interval && <Limits figure={figure(row)} format={format} />}
          </>
        ),
        text: (row) => cellOf(figure(row)),
        order: (row) => numberOf(figure(row)),
      },
      ...(interval
        ? limits.map(({ name, which }) => ({
            header: name,
            fileOnly: true,
            cell: () => null,
            text: (row: Parameters<typeof figure>[0]) => limit(row, which),
          }))
        : []),
    ];
  };
}

function Limits({ figure, format }: { figure: Figure; format: (value: number) => string }) {
  const interval = figure.is === 'shown' ? intervalText(figure, format) : '';
  return (
    interval && (
      <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.75rem', ml: 0.75 }}>
        ({interval})
      </Box>
    )
  );
}
