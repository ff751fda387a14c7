/** Taking in files of references. */

import { Plural, Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FileButton } from '../../design/file-button.tsx';
import { PageHeader, Panel } from '../../design/page.tsx';
import { Total } from '../../design/paged-table.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatBytes, formatCount } from '../../format/quantity.ts';
import { execute, GraphError } from '../../graph/execute.ts';
import {
  ImportLiteratureDocument,
  type ImportLiteratureMutation,
} from '../../graph/generated/graphql.ts';
import { ArticleFilters, Articles, useArticles } from './list.tsx';

/** What the graph takes at once. */
const limit = 10 * 1024 * 1024;

export function LiteratureImportPage() {
  const { t } = useLingui();
  const articles = useArticles();
  return (
    <>
      <PageHeader
        title={t`Literature`}
        detail={<Total count={articles.total} outdated={articles.outdated} />}
      />
      <ImportPanel />
      <ArticleFilters />
      <Articles articles={articles} />
    </>
  );
}

function ImportPanel() {
  const { t } = useLingui();
  const client = useQueryClient();
  const work = useMutation({
    mutationFn: async (file: File) => {
      if (file.size > limit) {
        throw new GraphError(
          'BAD_USER_INPUT',
          t`The file has ${formatBytes(file.size)}; 10 MiB at most can be taken in at once. Split it and import the parts.`,
          null,
        );
      }
      const content = await file.text();
      return (await execute(ImportLiteratureDocument, { input: { content } })).importLiterature;
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['articles'] }),
  });
  return (
    <Panel
      title={t`Import references`}
      detail={t`MEDLINE/PubMed (.nbib), PubMed XML (.xml) or RIS (.ris), 10 MiB at most`}
      actions={
        <FileButton
          label={t`File of references`}
          accept=".nbib,.xml,.ris,.txt,text/plain,application/xml"
          main
          disabled={work.isPending}
          onChoose={(file) => work.mutate(file)}
        />
      }
    >
      <Box role="status" sx={{ mt: work.isIdle ? 0 : 1 }}>
        {work.isPending && (
          <>
            <Trans>Reading {work.variables.name} …</Trans>
            <LinearProgress aria-label={t`Import in progress`} sx={{ mt: 0.5 }} />
          </>
        )}
        {work.isSuccess && <Result name={work.variables.name} result={work.data} />}
      </Box>
      {work.isError && (
        <Alert severity="error" sx={{ mt: 1 }}>
          {work.error.message}
          {work.error instanceof GraphError && (
            <>
              {' '}
              (<code>{work.error.code}</code>
              {work.error.requestId && (
                <>
                  {' '}
                  · <code>{work.error.requestId}</code>
                </>
              )}
              )
            </>
          )}
        </Alert>
      )}
    </Panel>
  );
}

function Result({
  name,
  result,
}: {
  name: string;
  result: ImportLiteratureMutation['importLiterature'];
}) {
  const { t } = useLingui();
  const { created, updated, unchanged, problems } = result;
  return (
    <>
      <Alert severity={problems.length > 0 ? 'warning' : 'success'}>
        <strong>{name}</strong>:{' '}
        <Trans>
          {formatCount(created)} new, {formatCount(updated)} renewed, {formatCount(unchanged)}{' '}
          unchanged
        </Trans>
        {problems.length > 0 && (
          <>
            {', '}
            <Plural
              value={problems.length}
              one={`${formatCount(problems.length)} record not read`}
              other={`${formatCount(problems.length)} records not read`}
            />
          </>
        )}
      </Alert>
      {problems.length > 0 && (
        <SimpleTable
          label={t`Records not read`}
          rows={problems}
          rowKey={(p, index) => `${p.line}-${index}`}
          maxHeight={240}
          columns={[
            { header: t`Line`, cell: (p) => formatCount(p.line), align: 'right' },
            { header: t`What is wrong`, cell: (p) => p.message },
          ]}
        />
      )}
    </>
  );
}
