/** One score: its result of 100 people, its curve and table, why, for whom it was made, and its inputs. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { Panel } from '../../../../design/page.tsx';
import { useLabel } from '../../../../i18n/label.ts';
import { partsOf } from './answer.ts';
import { Curves } from './curves.tsx';
import type { Score } from './data.ts';
import { Inputs } from './inputs.tsx';
import { HundredPeople } from './people.tsx';
import { useValueWords } from './use-value-words.ts';
import { markWords, partWords } from './words.ts';

export function ScorePanel({
  score,
  tumour,
  mayEnter,
}: {
  score: Score;
  tumour: string;
  mayEnter: boolean;
}) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const value = useValueWords();
  const { rule, notApplicable, refused, explanation, ofHundred, curves, inputs } = score;
  const name = label(rule.title);
  const parts = partsOf(score.answer);
  // The result at ten years, or at the horizon there is.
  const drawn = ofHundred.filter(
    ({ label: { en } }) => curves.length === 0 || en.endsWith('after 10 years'),
  );
  return (
    <Panel title={name} detail={t`version ${rule.version}; ${i18n._(markWords[rule.mark])}`}>
      {notApplicable ? (
        <Box component="p" sx={{ m: 0, typography: 'body2' }}>
          <Trans>Not applicable because: {label(notApplicable)}</Trans>
        </Box>
      ) : (
        <>
          {refused && <Alert severity="warning">{label(refused)}</Alert>}
          {parts.length > 0 && (
            <Box component="p" sx={{ m: 0, typography: 'body1' }}>
              {parts.map((part, i) => {
                const words = part.name === null ? undefined : partWords[part.name];
                return (
                  <span key={part.name ?? ''}>
                    {i > 0 && ' · '}
                    {words && `${i18n._(words)} `}
                    <strong>{value(part.value)}</strong>
                  </span>
                );
              })}
            </Box>
          )}
          {drawn.length > 0 && (
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, my: 1 }}>
              {drawn.map((one) => (
                <Box key={one.label.en} sx={{ width: 240, maxWidth: '100%' }}>
                  <HundredPeople people={one.people} label={label(one.label)} />
                  {one.source && (
                    <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
                      {one.comparedWith ? (
                        <Trans>
                          {one.source}; figures compared with {one.comparedWith}, not with the paper
                        </Trans>
                      ) : (
                        <Trans>{one.source}; not yet compared with the paper</Trans>
                      )}
                    </Box>
                  )}
                </Box>
              ))}
            </Box>
          )}
          {curves.length > 0 && <Curves name={name} curves={curves} />}
          <Box
            component="ul"
            sx={{ my: 0.75, pl: 2.5, typography: 'body2', color: 'text.secondary' }}
          >
            {explanation.map((line) => (
              <li key={line.en}>{label(line)}</li>
            ))}
          </Box>
          <Box sx={{ mx: -2 }}>
            <Inputs name={name} tumour={tumour} inputs={inputs} mayEnter={mayEnter} />
          </Box>
        </>
      )}
      <Box component="p" sx={{ m: 0, mt: 1, typography: 'caption', color: 'text.secondary' }}>
        {rule.population && <Trans>Made from: {label(rule.population)}.</Trans>}{' '}
        {label(rule.source)}
      </Box>
    </Panel>
  );
}
