/** The disease in one line on top of the patient's page. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useLabel } from '../../../i18n/label.ts';
import type { Patient } from './data.ts';
import { diagnosisLines } from './diagnosis-line.ts';

export function DiagnosisBanner({ patient }: { patient: Patient }) {
  const { i18n, t } = useLingui();
  const label = useLabel();
  const chinese = i18n.locale === 'zh';
  const numbers = chinese
    ? ['一', '二', '三', '四', '五']
    : ['first', 'second', 'third', 'fourth', 'fifth'];
  const lineOf = (n: number) => numbers[n - 1] ?? String(n);
  const spoken = (regimen: string, line: number | null) => {
    if (line === null) return regimen;
    const number = lineOf(line);
    return t`${number} line ${regimen}`;
  };
  const lines = diagnosisLines(patient, {
    chinese,
    label,
    since: (regimen, line, month) => {
      const treatment = spoken(regimen, line);
      return t`${treatment} since ${month}`;
    },
    last: (regimen, line, month) => {
      const treatment = spoken(regimen, line);
      return t`last ${treatment}, ${month}`;
    },
  });
  if (lines.length === 0) return null;
  return (
    <Box role="group" aria-label={t`Diagnosis in a line`} sx={{ mt: 0.75, fontWeight: 600 }}>
      {lines.map((line) => (
        <Box key={line} component="p" sx={{ m: 0, overflowWrap: 'anywhere' }}>
          {line}
        </Box>
      ))}
    </Box>
  );
}
