/** The figures that stand for all chosen cases. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import type { ReactNode } from 'react';
import { standardWords } from '../../../design/words.ts';
import { formatCount, formatPercent, formatRate } from '../../../format/quantity.ts';
import type { SurvivalFragment } from '../../../graph/generated/graphql.ts';
import { FigureText } from '../figures.tsx';
import { type Figure, figureOf, figureOfShare, intervalText } from '../measure.ts';
import type { Statistics } from '../overview.ts';
import type { Request } from '../request.ts';

export function Summary({ statistics, request }: { statistics: Statistics; request: Request }) {
  const { t, i18n } = useLingui();
  const { years, survival, basis } = statistics;
  const span = years.first === null ? null : spanText(years.first, years.last);
  const [crude, standardised] = [
    figureOf(statistics, 'crude'),
    figureOf(statistics, 'ageStandardised'),
  ];
  return (
    <Paper
      variant="outlined"
      component="dl"
      sx={{
        m: 0,
        mb: 2,
        display: 'grid',
        gridTemplateColumns: { xs: 'repeat(2, 1fr)', sm: 'repeat(4, 1fr)', lg: 'repeat(8, 1fr)' },
        gap: '1px',
        bgcolor: 'divider',
        overflow: 'hidden',
        flexShrink: 0,
      }}
    >
      <Fact
        name={request.provinces.length > 1 ? t`Cases, the provinces together` : t`Cases`}
        detail={yearsOf(statistics, request)}
      >
        <FigureText figure={figureOf(statistics, 'cases')} format={formatCount} />
      </Fact>
      <Fact name={t`Crude rate`} detail={<Interval figure={crude} also={span} />}>
        <FigureText figure={crude} format={formatRate} />
      </Fact>
      <Fact
        name={t`Age-standardised rate`}
        detail={<Interval figure={standardised} also={i18n._(standardWords[request.standard])} />}
      >
        <FigureText figure={standardised} format={formatRate} />
      </Fact>
      <Survived name={t`1-year survival`} estimate={survival?.at1} />
      <Survived name={t`3-year survival`} estimate={survival?.at3} />
      <Survived name={t`5-year survival`} estimate={survival?.at5} />
      <Fact name={t`MV%`} detail={<Trans>microscopically verified</Trans>}>
        <FigureText figure={figureOfShare(basis.microscopic)} format={formatPercent} />
      </Fact>
      <Fact name={t`DCO%`} detail={<Trans>death certificate only</Trans>}>
        <FigureText figure={figureOfShare(basis.deathCertificateOnly)} format={formatPercent} />
      </Fact>
    </Paper>
  );
}

const spanText = (first: number, last: number | null): string =>
  last === null || last === first ? String(first) : `${first}–${last}`;

/** The years that the cases shown are of. */
function yearsOf({ byYear }: Statistics, { fromYear, toYear }: Request): string | null {
  const years = byYear
    .map((row) => row.year)
    .filter((year) => year >= (fromYear ?? year) && year <= (toYear ?? year));
  const [first, last] = [years[0], years.at(-1)];
  return first === undefined || last === undefined ? null : spanText(first, last);
}

function Fact({
  name,
  detail,
  children,
}: {
  name: string;
  detail?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Box sx={{ bgcolor: 'background.paper', px: 2, py: 1.25, minWidth: 0 }}>
      <Box component="dt" sx={{ fontSize: 12, color: 'text.secondary' }}>
        {name}
      </Box>
      <Box component="dd" sx={{ m: 0 }}>
        <Box sx={{ fontSize: '1.375rem', fontWeight: 650, lineHeight: 1.3 }}>{children}</Box>
        <Box sx={{ fontSize: 11.5, color: 'text.secondary', minHeight: 16 }}>{detail}</Box>
      </Box>
    </Box>
  );
}

function Interval({ figure, also }: { figure: Figure; also?: string | null }) {
  const interval = figure.is === 'shown' ? intervalText(figure, formatRate) : '';
  return (
    <>
      {interval && <Trans>95% CI {interval}</Trans>}
      {interval && also && <br />}
      {also}
    </>
  );
}

function Survived({
  name,
  estimate,
}: {
  name: string;
  estimate: SurvivalFragment | null | undefined;
}) {
  const interval = estimate ? intervalText(estimate, formatPercent) : '';
  return (
    <Fact name={name} detail={interval && <Trans>95% CI {interval}</Trans>}>
      {estimate ? formatPercent(estimate.survival) : '—'}
    </Fact>
  );
}
