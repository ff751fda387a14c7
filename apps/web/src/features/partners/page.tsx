/** Studies of partners elsewhere: whose signature holds, what is run here, and what is given back. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FileButton } from '../../design/file-button.tsx';
import { PageHeader, Panel } from '../../design/page.tsx';
import { Empty, ErrorPanel, ErrorWords, LoadingRows } from '../../design/states.tsx';
import { execute } from '../../graph/execute.ts';
import { ReceivePartnerStudyDocument } from '../../graph/generated/graphql.ts';
import { meQuery } from '../../session/me.ts';
import { PartnerList } from './partner-list.tsx';
import { partnersKey, partnersQuery } from './queries.ts';
import { ReceivedStudy } from './received-study.tsx';

/** A signed study has this many bytes at most. */
const mostBytes = 4_000_000;

export function PartnersPage() {
  const { t } = useLingui();
  const { data: me } = useQuery(meQuery);
  const national = me?.institution === null;
  const query = useQuery(partnersQuery());
  return (
    <>
      <PageHeader
        title={t`Partner studies`}
        detail={
          <Trans>
            studies signed elsewhere, run here under our disclosure control, given back as figures
          </Trans>
        }
      />
      {me && !national && (
        <Alert severity="info" sx={{ mb: 2 }}>
          <Trans>Studies of partners are decided by national data managers.</Trans>
        </Alert>
      )}
      {query.isPending ? (
        <LoadingRows rows={8} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : (
        <>
          {national && <Receive />}
          {query.data.partnerStudies.length === 0 ? (
            <Empty>
              <Trans>No study of a partner has been received</Trans>
            </Empty>
          ) : (
            query.data.partnerStudies.map((study) => <ReceivedStudy key={study.id} study={study} />)
          )}
          <PartnerList
            partners={query.data.partners}
            ownKey={query.data.partnerKey}
            national={national}
          />
        </>
      )}
    </>
  );
}

function Receive() {
  const { t } = useLingui();
  const client = useQueryClient();
  const receive = useMutation({
    mutationFn: async (file: File) => {
      if (file.size > mostBytes) throw new Error(t`The file is too large for a study.`);
      return execute(ReceivePartnerStudyDocument, { signed: await file.text() });
    },
    onSettled: () => client.invalidateQueries({ queryKey: partnersKey }),
  });
  return (
    <Panel
      title={<Trans>Take a study in</Trans>}
      detail={<Trans>its signature is checked; nothing is run before it is allowed</Trans>}
    >
      <FileButton
        label={t`A partner’s signed study`}
        accept=".jws,.txt,application/jose"
        disabled={receive.isPending}
        onChoose={(file) => receive.mutate(file)}
      />
      {receive.isError && (
        <Alert severity="error" sx={{ mt: 1 }}>
          <Trans>The study was not taken in:</Trans> <ErrorWords error={receive.error} />
        </Alert>
      )}
      {receive.isSuccess && (
        <Typography role="status" variant="body2" sx={{ mt: 1 }}>
          <Trans>The signature holds; the study waits for a decision.</Trans>
        </Typography>
      )}
    </Panel>
  );
}
