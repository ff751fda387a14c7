/** Files of registry aggregates: checked first, then stored as the next version of their data set. */
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FileButton } from '../../design/file-button.tsx';
import { Panel } from '../../design/page.tsx';
import { formatBytes, formatCount } from '../../format/quantity.ts';
import { execute, GraphError } from '../../graph/execute.ts';
import { LoadAggregatesDocument } from '../../graph/generated/graphql.ts';
import { LoadResult } from './load-result.tsx';
import { MOST_BYTES, TooLarge, textsOf } from './texts.ts';

export function LoadPanel({ reload }: { reload: readonly string[] }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [files, setFiles] = useState<readonly File[]>([]);
  const work = useMutation({
    mutationFn: async ({ chosen, checkOnly }: { chosen: readonly File[]; checkOnly: boolean }) => {
      try {
        const texts = await textsOf(chosen);
        const { loadAggregates } = await execute(LoadAggregatesDocument, {
          files: texts,
          checkOnly,
        });
        return loadAggregates;
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
        throw new GraphError(
          'TOO_LARGE',
          t`The files have more than ${formatBytes(MOST_BYTES)} together. Load the years one after another, or let the operator load them: nodp statistics load.`,
          null,
        );
      }
    },
    onSuccess: (_, { checkOnly }) =>
      checkOnly ? undefined : client.invalidateQueries({ queryKey: reload }),
  });
  const checked = work.isSuccess && work.variables.checkOnly;
  const mayLoad = checked && work.data.errors === 0 && work.data.sets.length > 0;
  return (
    <Panel
      title={<Trans>Load a data set</Trans>}
      detail={<Trans>CSV or tab-separated in UTF-8, also as .gz</Trans>}
      actions={
        <FileButton
          label={t`Files of the data set`}
          accept=".csv,.tsv,.txt,.gz,text/csv"
          main={!mayLoad}
          several
          disabled={work.isPending}
          onChoose={(_, chosen) => {
            setFiles(chosen);
            work.mutate({ chosen, checkOnly: true });
          }}
        />
      }
    >
      <Typography variant="body2">
        <Trans>
          Choose all files of a data set together: its description, registries, person-years, cases
          and deaths; or a life table. Each is told by its heading. Files of Cancer Incidence in
          Five Continents vol. XII and of World Population Prospects 2019 are read as they are
          published. They are checked first, and nothing is stored before you say so.
        </Trans>
      </Typography>
      <Box role="status" sx={{ mt: work.isIdle ? 0 : 1 }}>
        {work.isPending && (
          <>
            {work.variables.checkOnly ? (
              <Plural
                value={files.length}
                one="Checking one file …"
                other={`Checking ${formatCount(files.length)} files …`}
              />
            ) : (
              <Trans>Storing …</Trans>
            )}
            <LinearProgress aria-label={t`Reading in progress`} sx={{ mt: 0.5 }} />
          </>
        )}
        {work.isSuccess && <LoadResult result={work.data} checked={work.variables.checkOnly} />}
      </Box>
      {mayLoad && (
        <Button
          variant="contained"
          sx={{ mt: 1 }}
          onClick={() => work.mutate({ chosen: files, checkOnly: false })}
        >
          <Trans>Store as the next version</Trans>
        </Button>
      )}
      {work.isError && (
        <Alert severity="error" sx={{ mt: 1 }}>
          {work.error.message}
        </Alert>
      )}
    </Panel>
  );
}
