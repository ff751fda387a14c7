/** What a score is asked: the value, where it comes from and when; what is missing or other is entered here. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { SimpleTable } from '../../../../design/table/simple-table.tsx';
import { formatPartialDate } from '../../../../format/date.ts';
import { useLabel } from '../../../../i18n/label.ts';
import type { Input } from './data.ts';
import { EntryForm } from './entry-form.tsx';
import { useValueWords } from './use-value-words.ts';

export function Inputs({
  name,
  tumour,
  inputs,
  mayEnter,
}: {
  name: string;
  tumour: string;
  inputs: readonly Input[];
  mayEnter: boolean;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const value = useValueWords();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <SimpleTable
      label={t`Inputs of ${name}`}
      rows={inputs}
      stacks
      rowKey={(input) => input.id}
      columns={[
        { header: t`Input`, leastWidth: 150, cell: (input) => label(input.label) },
        {
          header: t`Value`,
          leastWidth: 110,
          cell: (input) =>
            input.used ? (
              <strong>{value(input.used.value)}</strong>
            ) : input.missing ? (
              <Chip size="small" color="warning" variant="outlined" label={t`needed`} />
            ) : (
              t`not known`
            ),
        },
        {
          header: t`Source`,
          leastWidth: 160,
          cell: (input) =>
            (input.used || input.recorded) && (
              <>
                {input.used && label(input.used.source)}
                {input.recorded && (
                  <>
                    {' '}
                    (
                    <Trans>
                      recorded: {value(input.recorded.value)}, {label(input.recorded.source)}
                    </Trans>
                    )
                  </>
                )}
              </>
            ),
        },
        {
          header: t`Date`,
          nowrap: true,
          cell: (input) => formatPartialDate(input.used?.date),
        },
        ...(mayEnter
          ? [
              {
                header: t`Enter here`,
                leastWidth: 170,
                cell: (input: Input) =>
                  open === input.id ? (
                    <EntryForm tumour={tumour} input={input} onDone={() => setOpen(null)} />
                  ) : (
                    <Stack direction="row" sx={{ gap: 0.5, flexWrap: 'wrap' }}>
                      <Button
                        size="small"
                        variant={input.missing ? 'contained' : 'text'}
                        aria-label={t`Enter: ${label(input.label)}`}
                        onClick={() => setOpen(input.id)}
                      >
                        <Trans>Enter</Trans>
                      </Button>
                    </Stack>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
