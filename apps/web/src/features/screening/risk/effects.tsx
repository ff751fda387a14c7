/** What each input that is not known would change. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatNumber } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import type { Answer, RiskInput } from './data.ts';
import { useSpanWords } from './use-span-words.ts';
import { shortly } from './words.ts';

const short = (written: string): string =>
  Math.abs(Number(written)) >= 1e6
    ? Number(written).toExponential(0)
    : formatNumber(Number(written));

export function Effects({ answer, inputs }: { answer: Answer; inputs: readonly RiskInput[] }) {
  const { t } = useLingui();
  const label = useLabel();
  const spanWords = useSpanWords(answer.unit);
  const { effects, rule, span, missing } = answer;
  const valueWords = (id: string, value: string) => {
    const input = inputs.find((one) => one.id === id);
    if (input?.kind === 'flag') return value === 'true' ? t`yes` : t`no`;
    if (input?.kind === 'number') return short(value);
    const choice = input?.choices.find((one) => one.value === value);
    return choice ? label(choice.label) : value;
  };
  if (effects.length === 0)
    return span === null || span === undefined
      ? missing.length > 0 && (
          <Box component="p" sx={{ my: 0.5, typography: 'body2', color: 'text.secondary' }}>
            <Trans>Too much is open to say what each would change.</Trans>
          </Box>
        )
      : null;
  const rows = effects.flatMap(({ input, pieces }) =>
    pieces.map((piece, i) => ({ input, piece, first: i === 0 })),
  );
  return (
    <>
      <Box component="p" sx={{ mt: 1, mb: 0.5, typography: 'body2', fontWeight: 600 }}>
        <Trans>What it would change</Trans>
      </Box>
      <SimpleTable
        label={t`What it would change: ${label(rule.title)}`}
        rows={rows}
        maxHeight={280}
        rowKey={({ input, piece }) => `${input.id} ${piece.from}`}
        columns={[
          {
            header: t`If known`,
            leastWidth: 150,
            cell: ({ input, first }) => (first ? shortly(label(input.label)) : ''),
          },
          {
            header: t`Value`,
            cell: ({ input, piece }) =>
              piece.from === piece.to
                ? valueWords(input.id, piece.from)
                : `${valueWords(input.id, piece.from)}–${valueWords(input.id, piece.to)}`,
          },
          {
            header: t`Then`,
            leastWidth: 150,
            cell: ({ piece }) => spanWords(piece.span) || t`not for this person`,
          },
        ]}
      />
      {!effects.every(({ exact }) => exact) && (
        <Box component="p" sx={{ my: 0.5, typography: 'caption', color: 'text.secondary' }}>
          <Trans>Several are open: numbers were tried at their limits and between.</Trans>
        </Box>
      )}
    </>
  );
}
