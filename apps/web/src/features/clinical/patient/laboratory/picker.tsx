/** The analytes to pick from, each with its course and latest value. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import InputLabel from '@mui/material/InputLabel';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { Sparkline } from '../../../../charts/sparkline.tsx';
import { useCodeWords } from '../../../../design/code-words.ts';
import { formatDay } from '../../../../format/date.ts';
import { formatQuantity } from '../../../../format/quantity.ts';
import { useLabel } from '../../../../i18n/label.ts';
import type { LaboratorySeries } from '../data.ts';
import { flagOf, keyOf, numbersOf } from './series.ts';

/** Words for where a value lies. */
export function useFlagWords(): Record<'low' | 'high' | 'within', string> {
  const { t } = useLingui();
  return { low: t`↓ low`, high: t`↑ high`, within: t`within range` };
}

export function Picker({
  series,
  shown,
  onToggle,
}: {
  series: LaboratorySeries[];
  shown: string[];
  onToggle: (key: string) => void;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const code = useCodeWords();
  const field = useId();
  const [words, setWords] = useState('');
  const wanted = words.trim().toLowerCase();
  const found = series.filter(
    (s) =>
      shown.includes(keyOf(s)) ||
      `${s.analyte.label.en} ${s.analyte.label.zh} ${s.analyte.code}`
        .toLowerCase()
        .includes(wanted),
  );
  const groups = [...Map.groupBy(found, (s) => s.category)];
  return (
    <Box component="section" aria-label={t`Analytes`} sx={{ minWidth: 0 }}>
      {series.length > 12 && (
        // A TextField would bring the list of a select along.
        <FormControl fullWidth size="small" sx={{ mb: 1 }}>
          <InputLabel htmlFor={field}>{t`Find an analyte`}</InputLabel>
          <OutlinedInput
            id={field}
            type="search"
            label={t`Find an analyte`}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </FormControl>
      )}
      <Box
        // A region that scrolls has to be reachable by keyboard.
        tabIndex={0}
        role="group"
        aria-label={t`Analytes`}
        sx={{
          // On a telephone the page scrolls, not a box within it.
          maxHeight: { md: 'calc(100dvh - 320px)' },
          minHeight: { md: 200 },
          overflowY: { md: 'auto' },
          position: 'relative',
        }}
      >
        {groups.map(([category, own]) => (
          <Box key={category} component="fieldset" sx={{ border: 0, m: 0, p: 0, mb: 1 }}>
            <Typography component="legend" variant="overline" sx={{ color: 'text.secondary' }}>
              {code('laboratory', category)}
            </Typography>
            {own.map((s) => (
              <Analyte
                key={keyOf(s)}
                series={s}
                name={label(s.analyte.label)}
                checked={shown.includes(keyOf(s))}
                onToggle={() => onToggle(keyOf(s))}
              />
            ))}
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function Analyte({
  series,
  name,
  checked,
  onToggle,
}: {
  series: LaboratorySeries;
  name: string;
  checked: boolean;
  onToggle: () => void;
}) {
  const flags = useFlagWords();
  const last = series.points.at(-1);
  const flag = flagOf(last?.value ?? null, series);
  const value =
    last && last.value !== null
      ? formatQuantity({ ...last, value: last.value, unit: series.unit })
      : (last?.asSent ?? '—');
  return (
    <Box
      component="label"
      sx={{
        display: 'grid',
        gridTemplateColumns: '24px minmax(0, 1fr) 72px',
        alignItems: 'center',
        columnGap: 0.75,
        py: 0.25,
        cursor: 'pointer',
        borderRadius: 1,
        '&:hover': { bgcolor: 'action.hover' },
      }}
    >
      <Checkbox size="small" checked={checked} onChange={onToggle} sx={{ p: 0.25 }} />
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ fontSize: '0.8125rem', overflow: 'hidden', textOverflow: 'ellipsis' }}>
          {name}
        </Box>
        <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>
          {value}
          {flag && flag !== 'within' && <strong> {flags[flag]}</strong>} · {formatDay(last?.at)}
        </Box>
      </Box>
      <Sparkline points={numbersOf(series)} />
    </Box>
  );
}
