/** What was given, in the order of time. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useCodeWords } from '../../../design/code-words.ts';
import { formatPartialDate } from '../../../format/date.ts';
import { useLabel } from '../../../i18n/label.ts';
import type { Patient, Treatment } from '../patient/data.ts';
import { givenOf } from './wall.ts';
import { Block, Nothing } from './wall-parts.tsx';

export function WallTreatment({ patient }: { patient: Patient }) {
  const { t } = useLingui();
  const label = useLabel();
  const code = useCodeWords();
  const given = givenOf(patient);
  const alive = patient.vitalStatus !== 'DEAD';
  const local = ({ what, bodySite, totalDoseCentigray, fractions, status }: Treatment) =>
    [
      label(what.label),
      bodySite ? label(bodySite.label) : '',
      totalDoseCentigray ? `${totalDoseCentigray / 100} Gy` : '',
      fractions ? t`${fractions} fractions` : '',
      status === 'completed' ? '' : code('status', status),
    ]
      .filter((words) => words !== '')
      .join(' · ');
  return (
    <Block title={t`Treatment`}>
      {given.length === 0 && <Nothing />}
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {given.map((one, i) => {
          const [from, to] =
            one.kind === 'LOCAL'
              ? [one.treatment.startedOn, one.treatment.endedOn]
              : [one.from, one.regimen.to];
          const goesOn = one.kind === 'SYSTEMIC' && one.regimen.ongoing && alive;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list, and two may read alike
            <Box component="li" key={i} sx={{ my: 0.5, overflowWrap: 'anywhere' }}>
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {formatPartialDate(from)}
                {to && to !== from && ` – ${formatPartialDate(to)}`}
                {': '}
              </Box>
              <strong>
                {one.kind === 'LOCAL' ? (
                  local(one.treatment)
                ) : (
                  <>
                    {one.regimen.line !== null && `${t`line ${one.regimen.line}`} `}
                    {label(one.regimen.label)}
                    {goesOn && ` · ${t`ongoing`}`}
                  </>
                )}
              </strong>
            </Box>
          );
        })}
      </Box>
    </Block>
  );
}
