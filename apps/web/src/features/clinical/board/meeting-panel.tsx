/** One meeting with its cases, which are put in order by buttons or by Alt with the arrow keys. */
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useRef, useState } from 'react';
import { Panel, VisuallyHidden } from '../../../design/page.tsx';
import { CaseRow } from './case-row.tsx';
import { type Meeting, useBoardWork } from './data.ts';
import { moved } from './week.ts';

export function MeetingPanel({
  meeting,
  onAdd,
  onChange,
}: {
  meeting: Meeting;
  onAdd: () => void;
  onChange: () => void;
}) {
  const { t } = useLingui();
  const { id, on, name, place, cancelled, cases } = meeting;
  const standing = cases.filter(({ state }) => state !== 'WITHDRAWN');
  const withdrawn = cases.filter(({ state }) => state === 'WITHDRAWN');
  const { ordered, move, said, problem, list } = useOrder(id, standing);
  const count = standing.length;
  return (
    <Panel
      title={`${on} · ${name}`}
      detail={[
        place,
        cancelled ? t`does not take place` : null,
        t`${plural(count, { one: '# case', other: '# cases' })}`,
      ]
        .filter(Boolean)
        .join(' · ')}
      actions={
        <>
          <Button
            size="small"
            onClick={onChange}
            aria-label={t`Change the meeting: ${name}, ${on}`}
          >
            <Trans>Change …</Trans>
          </Button>
          {!cancelled && (
            <Button size="small" onClick={onAdd} aria-label={t`Add a patient: ${name}, ${on}`}>
              <Trans>Add a patient …</Trans>
            </Button>
          )}
        </>
      }
      flush
    >
      {problem !== null && <Alert severity="error">{problem}</Alert>}
      <VisuallyHidden live>{said}</VisuallyHidden>
      {cases.length === 0 ? (
        <Box sx={{ px: 2, pb: 1.75, color: 'text.secondary' }}>
          <Trans>No patient is on the list yet</Trans>
        </Box>
      ) : (
        <Box component="ol" ref={list} sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {ordered.map((one, at) => (
            <CaseRow
              key={one.id}
              case_={one}
              meeting={id}
              place={at + 1}
              of={count}
              onMove={(by) => move(one, by)}
            />
          ))}
          {withdrawn.map((one) => (
            <CaseRow key={one.id} case_={one} meeting={id} place={null} of={count} onMove={null} />
          ))}
        </Box>
      )}
    </Panel>
  );
}

type Case = Meeting['cases'][number];

/** The order as it is shown: at once as it was moved, and as it was retained once it is read again. */
function useOrder(meeting: string, cases: readonly Case[]) {
  const { t } = useLingui();
  const list = useRef<HTMLOListElement>(null);
  const [order, setOrder] = useState<readonly string[] | null>(null);
  const [said, setSaid] = useState('');
  const focus = useRef<{ id: string; by: -1 | 1 } | null>(null);
  const save = useBoardWork();
  const byId = new Map(cases.map((one) => [one.id, one]));
  const stored = cases.map((one) => one.id);
  const whole =
    order !== null && order.length === stored.length && order.every((id) => byId.has(id));
  const ids = whole ? order : stored;
  // A row that moves loses the focus: it comes back to the button that moved it, or to the other at an end.
  useEffect(() => {
    const { id, by } = focus.current ?? {};
    if (id === undefined) return;
    focus.current = null;
    const row = list.current?.querySelector(`[data-case="${id}"]`);
    const button = (way: number | undefined) =>
      row?.querySelector<HTMLButtonElement>(`button[data-move="${way}"]:not(:disabled)`);
    (button(by) ?? button(-(by ?? 0)))?.focus();
  });
  const move = (one: Case, by: -1 | 1) => {
    const next = moved(ids, one.id, by);
    if (next === ids) return;
    focus.current = { id: one.id, by };
    setOrder(next);
    const { name } = one.patient.identity;
    const place = next.indexOf(one.id) + 1;
    setSaid(t`${name} is number ${place} of ${next.length}`);
    save.mutate({ work: 'order', meeting, cases: [...next] }, { onSettled: () => setOrder(null) });
  };
  const problem =
    save.error?.message ?? (save.data === false ? t`The order was not saved. Try again.` : null);
  return { ordered: ids.flatMap((id) => byId.get(id) ?? []), move, said, problem, list };
}
