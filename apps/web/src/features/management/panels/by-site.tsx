/** The cancer sites, ranked; a site chosen is the page's filter. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useRef, useState } from 'react';
import { ChartFrame } from '../../../charts/chart-frame.tsx';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { usePrinting } from '../../../design/print/printing.ts';
import { screenOnly } from '../../../design/print/styles.ts';
import { siteColour } from '../../../design/site-colours.ts';
import { formatCount, formatPercent, formatRate } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import { FigureText, useFigureColumns } from '../figures.tsx';
import {
  figureOf,
  figureOfShare,
  figureOfSurvival,
  formatOf,
  intervalText,
  numberOf,
} from '../measure.ts';
import type { Statistics } from '../overview.ts';
import { isSiteChosen, type Request, siteToggled } from '../request.ts';
import { measureWords, shortMeasureWords, unitWords } from '../words.ts';

type Row = Statistics['bySite'][number];

/** How many sites stand there before more are asked for. */
const few = 20;

export function BySite({ statistics, request }: { statistics: Statistics; request: Request }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const chart = useRef<HTMLDivElement>(null);
  const columns = useFigureColumns();
  const [chosenAll, setAll] = useState(false);
  const all = usePrinting() || chosenAll;
  const { measure } = request;
  const name = t`${i18n._(measureWords[measure])} by cancer site`;
  const shownOf = (row: Row) => numberOf(figureOf(row, measure));
  const ranked = statistics.bySite.toSorted((a, b) => (shownOf(b) ?? -1) - (shownOf(a) ?? -1));
  const most = (ranked[0] && shownOf(ranked[0])) || 1;
  const chosen = (row: Row) => isSiteChosen(request.siteGroups, row.siteGroup);
  const shown = all ? ranked : ranked.filter((row, i) => i < few || chosen(row));
  return (
    <ChartFrame
      title={name}
      name={name}
      detail={i18n._(unitWords[measure])}
      chart={chart}
      rows={ranked}
      columns={[
        {
          header: t`Cancer site`,
          cell: (r: Row) => label(r.label),
          text: (r) => label(r.label),
          order: (r) => label(r.label),
        },
        ...columns(t`Cases`, (r: Row) => figureOf(r, 'cases'), formatCount),
        ...columns(t`Crude rate`, (r: Row) => figureOf(r, 'crude'), formatRate, true),
        ...columns(t`ASR`, (r: Row) => figureOf(r, 'ageStandardised'), formatRate, true),
        ...columns(
          t`5-year survival`,
          (r: Row) => figureOfSurvival(r.fiveYearSurvival),
          formatPercent,
          true,
        ),
        ...columns(t`MV%`, (r: Row) => figureOfShare(r.basis.microscopic), formatPercent),
        ...columns(t`DCO%`, (r: Row) => figureOfShare(r.basis.deathCertificateOnly), formatPercent),
        ...columns(t`Stage known`, (r: Row) => figureOfShare(r.stageKnown), formatPercent),
      ]}
    >
      <Box ref={chart} sx={{ '--site-columns': 'minmax(92px, 40%) 1fr 58px 58px' }}>
        <Box
          aria-hidden="true"
          sx={{ ...line, fontSize: 11, fontWeight: 600, color: 'text.secondary', pb: 0.5 }}
        >
          <span />
          <span />
          <Box sx={end}>{i18n._(shortMeasureWords[measure])}</Box>
          <Box sx={{ ...end, lineHeight: 1.25 }}>
            <Trans>5-year survival</Trans>
          </Box>
        </Box>
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {shown.map((row) => (
            <Site key={row.siteGroup} row={row} request={request} most={most} />
          ))}
        </Box>
        {ranked.length > few && (
          <Button
            {...screenOnly}
            onClick={() => setAll(!all)}
            aria-expanded={all}
            sx={{ mt: 0.5, ml: -1 }}
          >
            {all ? t`Show the first ${few}` : t`Show all ${ranked.length} sites`}
          </Button>
        )}
      </Box>
    </ChartFrame>
  );
}

const line = {
  display: 'grid',
  gridTemplateColumns: 'var(--site-columns)',
  alignItems: 'center',
  columnGap: 1,
} as const;
const end = { textAlign: 'right' } as const;

function Site({ row, request, most }: { row: Row; request: Request; most: number }) {
  const { t } = useLingui();
  const label = useLabel();
  const [, set] = useSearchState();
  const figure = figureOf(row, request.measure);
  const chosen = isSiteChosen(request.siteGroups, row.siteGroup);
  const faded = request.siteGroups.length > 0 && !chosen;
  const survival = row.fiveYearSurvival;
  return (
    <Box component="li" sx={{ ...line, minHeight: 25, fontSize: 13 }}>
      <Box
        component="button"
        type="button"
        aria-pressed={chosen}
        title={chosen ? t`Show all sites` : t`Show this site alone`}
        onClick={() => set({ site: siteToggled(request.siteGroups, row.siteGroup) })}
        sx={{
          all: 'unset',
          cursor: 'pointer',
          lineHeight: 1.25,
          py: 0.25,
          overflowWrap: 'anywhere',
          fontWeight: chosen ? 700 : 400,
          '&:hover': { textDecoration: 'underline' },
          '&:focus-visible': {
            outline: '2px solid var(--mui-palette-primary-main)',
            outlineOffset: -2,
          },
        }}
      >
        {label(row.label)}
      </Box>
      <Box aria-hidden="true" sx={{ height: 14, opacity: faded ? 0.45 : 1 }}>
        <Box
          sx={{
            height: '100%',
            borderRadius: '0 3px 3px 0',
            width: `${((numberOf(figure) ?? 0) / most) * 100}%`,
            bgcolor: siteColour(row.siteGroup),
          }}
        />
      </Box>
      <Box sx={end}>
        <FigureText figure={figure} format={formatOf(request.measure)} />
      </Box>
      <Box
        sx={{ ...end, color: 'text.secondary' }}
        title={survival ? intervalText(survival, formatPercent) : undefined}
      >
        {survival ? formatPercent(survival.survival) : '—'}
      </Box>
    </Box>
  );
}
