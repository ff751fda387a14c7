/** The provinces by how their institutions send: the map, and its table. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { provinceOf } from '@nodp/terminology/provinces';
import { useMemo, useRef } from 'react';
import { ChartFrame } from '../../../charts/chart-frame.tsx';
import { ClassLegend } from '../../../charts/classes/legend.tsx';
import { classOf, colourOf, rangesOf, scaleOf } from '../../../charts/classes/scale.ts';
import { type MapProvince, ProvinceMap } from '../../../charts/map/province-map.tsx';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { formatCount, formatPercent } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import {
  MEASURES,
  type NetworkMeasure,
  type ProvinceOfNetwork,
  provincesOf,
  shareOfProvince,
} from './provinces.ts';
import type { NetworkInstitution } from './requests.ts';

const percent = (share: number | null): string => (share === null ? '—' : formatPercent(share));

export function NetworkMap({
  institutions,
  chosen,
}: {
  institutions: readonly NetworkInstitution[];
  /** Codes of the provinces that the table is held to. */
  chosen: readonly string[];
}) {
  const { t } = useLingui();
  const label = useLabel();
  const chart = useRef<HTMLDivElement>(null);
  const [search, set] = useSearchState();
  const measure: NetworkMeasure = MEASURES.find((one) => one === search.measure) ?? 'sending';
  const words: Record<NetworkMeasure, string> = {
    sending: t`Institutions that send`,
    timely: t`Received within 30 days`,
    held: t`Held records`,
  };
  const details: Record<NetworkMeasure, string> = {
    sending: t`share of the institutions, silent ones left out`,
    timely: t`share of the new records of 90 days that say when it was`,
    held: t`share of the records of 30 days`,
  };
  const rows = useMemo(() => provincesOf(institutions), [institutions]);
  const scale = useMemo(
    () => scaleOf(rows.map((row) => shareOfProvince(row, measure)).filter((v) => v !== null)),
    [rows, measure],
  );
  const nameOf = ({ code }: ProvinceOfNetwork): string => label(provinceOf(code)?.label) || code;
  const provinces = new Map(
    rows.map((row): [string, MapProvince] => {
      const value = shareOfProvince(row, measure);
      const name = nameOf(row);
      const said = percent(value);
      const { sending, institutions: of, silent } = row;
      const text =
        silent > 0
          ? t`${name}: ${said}; ${sending} of ${of} institutions send, ${silent} fell silent`
          : t`${name}: ${said}; ${sending} of ${of} institutions send`;
      const colour = scale && value !== null ? classOf(scale, value) : null;
      return [row.code, { code: row.code, value, colour, words: text, tip: text }];
    }),
  );
  const count = (header: string, of: (row: ProvinceOfNetwork) => number) => ({
    header,
    cell: (row: ProvinceOfNetwork) => formatCount(of(row)),
    text: of,
    order: of,
    align: 'right' as const,
  });
  const share = (one: NetworkMeasure) => ({
    header: words[one],
    cell: (row: ProvinceOfNetwork) => percent(shareOfProvince(row, one)),
    text: (row: ProvinceOfNetwork) => shareOfProvince(row, one),
    order: (row: ProvinceOfNetwork) => shareOfProvince(row, one),
    align: 'right' as const,
  });
  const measured = words[measure];
  const name = t`${measured} by province`;
  const hatched = t`No institution, or nothing sent`;
  return (
    <ChartFrame
      title={name}
      name={name}
      detail={details[measure]}
      legend={[
        ...(scale
          ? rangesOf(scale).map(({ from, to }, i) => ({
              words: `${percent(from)}–${percent(to)}`,
              colour: `var(--class-${colourOf(scale, i)})`,
            }))
          : []),
        { words: hatched, colour: 'var(--mui-palette-text-secondary)', mark: 'hatched' as const },
      ]}
      chart={chart}
      rows={rows}
      columns={[
        { header: t`Province`, cell: nameOf, text: nameOf, order: nameOf, nowrap: true },
        count(t`Institutions`, (row) => row.institutions),
        count(t`Silent`, (row) => row.silent),
        count(t`Records, 30 days`, (row) => row.received),
        share('sending'),
        share('timely'),
        share('held'),
      ]}
    >
      <ToggleButtonGroup
        exclusive
        size="small"
        value={measure}
        aria-label={t`What the colours show`}
        sx={{ mb: 1, flexWrap: 'wrap', displayPrint: 'none' }}
        onChange={(_, one) => {
          if (one) set({ measure: one === 'sending' ? undefined : one });
        }}
      >
        {MEASURES.map((one) => (
          <ToggleButton key={one} value={one}>
            {words[one]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <ClassLegend
        scale={scale}
        unit={details[measure]}
        hatched={hatched}
        format={(value) => percent(value)}
      />
      <Box ref={chart} sx={{ maxWidth: 640, mx: 'auto' }}>
        <ProvinceMap
          label={name}
          provinces={provinces}
          chosen={chosen}
          hint={<Trans>Choose a province, or several, to see their institutions alone.</Trans>}
          onToggle={(code) => {
            const next = chosen.includes(code)
              ? chosen.filter((one) => one !== code)
              : [...chosen, code];
            set({ province: next.length === 0 ? undefined : next.join(',') });
          }}
        />
      </Box>
    </ChartFrame>
  );
}
