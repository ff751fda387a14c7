/** Which clinical quality indicator cases are judged by; those that none is judged by are named with the reason. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { SelectBox } from '../../../../design/filters/select-box.tsx';
import { ErrorPanel } from '../../../../design/states.tsx';
import { useLabel } from '../../../../i18n/label.ts';
import { indicatorsQuery } from '../../asked.ts';
import type { Change } from '../../question/change.ts';
import type { Question } from '../../question/question.ts';

export function IndicatorChoice({ question, onChange }: { question: Question; onChange: Change }) {
  const { t } = useLingui();
  const label = useLabel();
  const { data, error, refetch } = useQuery(indicatorsQuery);
  if (error) return <ErrorPanel error={error} retry={() => void refetch()} />;
  const judged = (data ?? []).filter(({ notJudged }) => notJudged === null);
  const others = (data ?? []).filter(({ notJudged }) => notJudged !== null);
  const chosen = question.indicator ?? judged[0]?.code ?? '';
  return (
    <Box sx={{ gridColumn: '1 / -1', minWidth: 0 }}>
      <SelectBox
        always
        label={t`Indicator`}
        choices={judged.map(({ code, title }) => ({
          value: code,
          words: `${code} ${label(title)}`,
        }))}
        chosen={[chosen]}
        onChange={([next]) => {
          if (next !== undefined) onChange({ indicator: next });
        }}
        sx={{ width: '100%' }}
      />
      <Box component="details" sx={{ fontSize: 12, color: 'text.secondary', mt: 1 }}>
        <summary style={{ cursor: 'pointer' }}>
          <Trans>Indicators that a release does not judge</Trans>
        </summary>
        <Box component="ul" sx={{ m: 0, pl: 2 }}>
          {others.map(({ code, title, notJudged }) => (
            <li key={code}>
              {code} {label(title)}: {label(notJudged)}
            </li>
          ))}
        </Box>
      </Box>
    </Box>
  );
}
