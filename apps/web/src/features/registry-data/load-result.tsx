/** What became of files: the data sets in them, and what is wrong by file, line and column with its remedy. */
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatCount } from '../../format/quantity.ts';
import type { LoadAggregatesMutation } from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';

type Result = LoadAggregatesMutation['loadAggregates'];

export function LoadResult({ result, checked }: { result: Result; checked: boolean }) {
  const { t } = useLingui();
  const label = useLabel();
  const { rows, errors, remarks, sets, problems } = result;
  return (
    <>
      {errors > 0 ? (
        <Alert severity="error">
          <Plural
            value={errors}
            one="Nothing was stored: one error has to be put right first."
            other={`Nothing was stored: ${formatCount(errors)} errors have to be put right first.`}
          />
        </Alert>
      ) : (
        sets.map(({ id, name, version, unchanged, registries }) => (
          <Alert key={id} severity={unchanged ? 'info' : 'success'} sx={{ mb: 1 }}>
            <strong>{label(name)}</strong>
            {registries !== null && (
              <>
                {' '}
                (
                <Plural
                  value={registries}
                  one="one registry"
                  other={`${formatCount(registries)} registries`}
                />
                )
              </>
            )}
            {': '}
            {checked ? (
              <Trans>checked, {formatCount(rows)} rows read; nothing is stored yet.</Trans>
            ) : unchanged ? (
              <Trans>version {version} has this content already; nothing was stored.</Trans>
            ) : (
              <Trans>stored as version {version}.</Trans>
            )}
          </Alert>
        ))
      )}
      {problems.length > 0 && (
        <SimpleTable
          label={t`Errors and remarks`}
          rows={problems}
          rowKey={(_, index) => index}
          maxHeight={360}
          columns={[
            {
              header: t`Kind`,
              nowrap: true,
              cell: ({ severity }) => (severity === 'ERROR' ? t`Error` : t`Remark`),
            },
            {
              header: t`Place`,
              leastWidth: 110,
              cell: ({ file, line, column }) => (
                <>
                  {file}
                  <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                    {line !== null && <Trans>line {formatCount(line)}</Trans>}
                    {line !== null && column !== null && ' · '}
                    {column !== null && <code>{column}</code>}
                  </Typography>
                </>
              ),
            },
            { header: t`What is wrong`, leastWidth: 220, cell: ({ reason }) => label(reason) },
            {
              header: t`How to put it right`,
              leastWidth: 220,
              cell: ({ remedy }) => label(remedy),
            },
          ]}
        />
      )}
      {errors + remarks > problems.length && (
        <Alert severity="warning" sx={{ mt: 1 }}>
          <Trans>
            {formatCount(errors + remarks - problems.length)} more are not listed: put these right
            first.
          </Trans>
        </Alert>
      )}
    </>
  );
}
