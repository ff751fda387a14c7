/** Which measure the panels show. */
import { useLingui } from '@lingui/react/macro';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { type Measure, measures } from '../measure.ts';
import { measureWords } from '../words.ts';

export function MeasureSwitch({ measure }: { measure: Measure }) {
  const { t, i18n } = useLingui();
  const [, set] = useSearchState();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={measure}
      aria-label={t`Measure`}
      onChange={(_, next: Measure | null) => {
        if (next) set({ measure: next === 'ageStandardised' ? undefined : next });
      }}
    >
      {measures.map((m) => (
        <ToggleButton
          key={m}
          value={m}
          sx={{ px: 1.25, py: 0.5, textTransform: 'none', lineHeight: 1.3 }}
        >
          {i18n._(measureWords[m])}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
