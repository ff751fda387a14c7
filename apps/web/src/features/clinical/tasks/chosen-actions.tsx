/** What may be done with several tasks at once. */
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DateField } from '../../../design/date-field.tsx';
import { SelectBox } from '../../../design/filters/select-box.tsx';
import { useLabel } from '../../../i18n/label.ts';
import { meQuery } from '../../../session/me.ts';
import { type Choices, useAct } from './data.ts';

/** Tasks of one act. */
const MOST = 100;

export function ChosenActions({
  ids: chosen,
  colleagues,
  onDone,
}: {
  ids: string[];
  colleagues: Choices['taskColleagues'];
  onDone: () => void;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const { data: me } = useQuery(meQuery);
  const [to, setTo] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const act = useAct(onDone);
  const ids = chosen.slice(0, MOST);
  const others = colleagues.filter(({ id }) => id !== me?.id);
  return (
    <Stack
      direction="row"
      role="group"
      aria-label={t`Chosen tasks`}
      className="no-print"
      sx={{ gap: 1, mb: 1.5, flexWrap: 'wrap', alignItems: 'center', flexShrink: 0 }}
    >
      <strong role="status">
        <Plural value={ids.length} one="# chosen" other="# chosen" />
      </strong>
      <SelectBox
        label={t`Assign to`}
        choices={[
          ...(me ? [{ value: me.id, words: t`me` }] : []),
          ...others.map(({ id, name }) => ({ value: id, words: label(name) })),
          { value: '-', words: t`nobody` },
        ]}
        chosen={to === null ? [] : [to]}
        onChange={([one]) => setTo(one ?? null)}
        sx={{ minWidth: 128 }}
      />
      <Button
        variant="outlined"
        disabled={to === null || act.isPending}
        onClick={() => act.mutate({ act: 'assign', ids, to: to === '-' ? null : to })}
      >
        <Trans>Assign</Trans>
      </Button>
      <DateField label={t`Put off until`} value={until} onChange={(day) => setUntil(day ?? null)} />
      <Button
        variant="outlined"
        disabled={until === null || act.isPending}
        onClick={() => until !== null && act.mutate({ act: 'snooze', ids, until })}
      >
        <Trans>Put off</Trans>
      </Button>
      {act.isError && (
        <Alert severity="error">
          <Trans>It was not done:</Trans> {act.error.message}
        </Alert>
      )}
    </Stack>
  );
}
