/** On the patient's page: the next tumour board, the last decision and whether it was done. It comes with the tasks. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { AppLink } from '../../../design/links.tsx';
import { Panel } from '../../../design/page.tsx';
import { formatInstant } from '../../../format/date.ts';
import { meQuery } from '../../../session/me.ts';
import { waitingQuery } from '../tasks/data.ts';
import type { CaseSummary } from './data.ts';
import { caseWords, outcomeWords } from './words.ts';

const CaseDialog = lazy(async () => ({
  default: (await import('./case-dialog.tsx')).CaseDialog,
}));

interface Whose {
  readonly patientId: string;
  readonly name: string;
  /** The leading tumour. */
  readonly tumour: string | null;
}

export function BoardPanel(props: Whose) {
  const { data: me } = useQuery(meQuery);
  if (!me?.scopes.includes('task:act')) return null;
  if (!me.scopes.includes('board:act')) return null;
  return <Board {...props} />;
}

/** Cases that there is room for. */
const FEW = 3;

function Board({ patientId, name, tumour }: Whose) {
  const { t } = useLingui();
  const query = useQuery(waitingQuery(patientId));
  const [adding, setAdding] = useState(false);
  if (query.isPending) return null;
  const cases = query.data?.boardCases ?? [];
  return (
    <Panel
      title={t`Tumour board`}
      actions={
        <Button size="small" onClick={() => setAdding(true)}>
          <Trans>Put before the board …</Trans>
        </Button>
      }
    >
      {query.isError ? (
        <Box role="alert">
          <Trans>The tumour board could not be read:</Trans> {query.error.message}
        </Box>
      ) : cases.length === 0 ? (
        <Trans>The patient was before no tumour board</Trans>
      ) : (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {cases.slice(0, FEW).map((one) => (
            <OneCase key={one.id} case_={one} />
          ))}
        </Box>
      )}
      {adding && (
        <Suspense>
          <CaseDialog
            patient={{ id: patientId, name, tumour }}
            meeting={null}
            waiting={null}
            onClose={() => setAdding(false)}
          />
        </Suspense>
      )}
    </Panel>
  );
}

function OneCase({ case_: one }: { case_: CaseSummary }) {
  const { i18n } = useLingui();
  const { id, meeting, question, state, addedBy, addedAt, withdrawnReason } = one;
  const [latest] = one.decisions;
  const done = latest?.outcomes[0];
  return (
    <Box component="li" sx={{ mb: 1 }}>
      <AppLink to="/clinical/board/$caseId" params={{ caseId: id }} search={{}} preload={false}>
        {meeting.on} · {meeting.name}
      </AppLink>
      {' · '}
      {i18n._(caseWords[state])}
      {withdrawnReason && `: ${withdrawnReason}`}
      {latest ? (
        <Box sx={{ overflowWrap: 'anywhere' }}>
          {latest.decision}
          {' · '}
          <strong>
            {done ? (
              i18n._(outcomeWords[done.outcome])
            ) : latest.dueOn ? (
              <Trans>to be carried out by {latest.dueOn}</Trans>
            ) : (
              <Trans>nothing to be carried out</Trans>
            )}
          </strong>
        </Box>
      ) : (
        <Box sx={{ overflowWrap: 'anywhere' }}>{question}</Box>
      )}
      <Typography variant="caption" component="div">
        <Trans>
          Put on the list by {addedBy}, {formatInstant(addedAt)}
        </Trans>
      </Typography>
    </Box>
  );
}
