/** What a row of the list of codes shows. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { nothing } from '../../../design/table/empty.ts';
import type { Column } from '../../../design/table/model.ts';
import { formatInstant } from '../../../format/date.ts';
import { formatCount } from '../../../format/quantity.ts';
import { TargetName } from './target-name.tsx';
import { domainWords, type LocalCode } from './words.ts';

/** What a code is mapped to, and whether its records still have to be read again. */
function Mapping({ code: { mapping, unmapped } }: { code: LocalCode }) {
  if (!mapping?.target)
    return (
      <Typography variant="body2" component="span" color="text.secondary">
        <Trans>not mapped</Trans>
      </Typography>
    );
  return (
    <>
      <TargetName target={mapping.target} />
      {unmapped > 0 && (
        <Typography variant="caption" component="span" color="text.secondary">
          <Trans>its records are being read again</Trans>
        </Typography>
      )}
    </>
  );
}

export function useCodeColumns(onOpen: (code: LocalCode) => void): Column<LocalCode>[] {
  const { t, i18n } = useLingui();
  return useMemo(
    () => [
      {
        id: 'code',
        header: t`Own code`,
        width: 'minmax(120px, 1fr)',
        wraps: true,
        cell: (c) => (
          <>
            <code style={{ overflowWrap: 'anywhere' }}>{c.code}</code>
            {c.system !== '' && (
              <Typography
                variant="caption"
                component="span"
                sx={{ display: 'block', overflowWrap: 'anywhere' }}
              >
                {c.system}
              </Typography>
            )}
          </>
        ),
      },
      {
        id: 'display',
        header: t`Own words`,
        width: 'minmax(140px, 1.4fr)',
        wraps: true,
        cell: (c) => c.display ?? nothing,
      },
      {
        id: 'unmapped',
        header: t`Unmapped records`,
        width: '104px',
        align: 'end',
        wraps: true,
        cell: (c) => formatCount(c.unmapped),
      },
      {
        id: 'domain',
        header: t`Names`,
        width: '110px',
        wraps: true,
        yields: 2,
        cell: (c) => i18n._(domainWords[c.domain]),
      },
      {
        id: 'examples',
        header: t`Examples`,
        width: 'minmax(140px, 1.2fr)',
        wraps: true,
        yields: 3,
        cell: (c) => (c.examples.length === 0 ? nothing : c.examples.join('; ')),
      },
      {
        id: 'mapping',
        header: t`Mapped to`,
        width: 'minmax(160px, 1.6fr)',
        wraps: true,
        cell: (c) => <Mapping code={c} />,
      },
      {
        id: 'records',
        header: t`Records`,
        width: '92px',
        align: 'end',
        yields: 4,
        cell: (c) => formatCount(c.records),
      },
      {
        id: 'seen',
        header: t`Last met`,
        width: '148px',
        yields: 5,
        cell: (c) => (c.lastSeenAt === null ? nothing : formatInstant(c.lastSeenAt)),
      },
      {
        id: 'action',
        header: t`Action`,
        width: '112px',
        cell: (c) => {
          const name = c.display ?? c.code;
          return (
            <Button
              size="small"
              aria-label={c.mapping ? t`Change the mapping of ${name}` : t`Map ${name}`}
              onClick={() => onOpen(c)}
            >
              {c.mapping ? <Trans>Change</Trans> : <Trans>Map</Trans>}
            </Button>
          );
        },
      },
    ],
    [t, i18n, onOpen],
  );
}
