/** The latest decision of a tumour board, for who works at one. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../../design/page.tsx';
import { meQuery } from '../../../session/me.ts';
import { DecisionText } from '../board/decision-text.tsx';
import { waitingQuery } from '../tasks/data.ts';

export function LastDecision({ patientId }: { patientId: string }) {
  const { data: me } = useQuery(meQuery);
  if (!me?.scopes.includes('task:act')) return null;
  if (!me.scopes.includes('board:act')) return null;
  return <Decided patientId={patientId} />;
}

function Decided({ patientId }: { patientId: string }) {
  const { t } = useLingui();
  const query = useQuery(waitingQuery(patientId));
  if (query.isError)
    return (
      <Box role="alert">
        <Trans>The tumour board could not be read:</Trans> {query.error.message}
      </Box>
    );
  const decided = query.data?.boardCases.find(({ decisions }) => decisions.length > 0);
  const [latest] = decided?.decisions ?? [];
  if (decided === undefined || latest === undefined) return null;
  return (
    <Panel
      title={t`Decision of the board`}
      detail={`${decided.meeting.on} · ${decided.meeting.name}`}
    >
      <DecisionText decision={latest} />
    </Panel>
  );
}
