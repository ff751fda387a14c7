/** What a row of the list of contradictions shows. */
import { Trans, useLingui } from '@lingui/react/macro';
import Typography from '@mui/material/Typography';
import { siteChoice } from '@nodp/terminology/sites';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useCodeWords } from '../../../design/code-words.ts';
import { AppLink } from '../../../design/links.tsx';
import { SiteName } from '../../../design/marks.tsx';
import type { Column } from '../../../design/table/model.ts';
import { formatInstant } from '../../../format/date.ts';
import type { StageFindingsQuery } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { meQuery } from '../../../session/me.ts';
import { ruleWords } from './words.ts';

export type StageFinding = NonNullable<
  StageFindingsQuery['stageFindings']
>['edges'][number]['node'];

/** The sentence with both sources. */
function Contradiction({ finding: { sentence, sources } }: { finding: StageFinding }) {
  const label = useLabel();
  return (
    <>
      {label(sentence)}
      <Typography variant="caption" component="span" sx={{ display: 'block' }}>
        <Trans>Sources: {sources.map(label).join(' · ')}</Trans>
      </Typography>
    </>
  );
}

/** The sender's record that a correction begins at, with the way to the submission that it came with. */
function Remedy({ finding: { rule, record, submission, patient } }: { finding: StageFinding }) {
  const { t, i18n } = useLingui();
  const words = ruleWords[rule];
  const numbers = patient?.recordNumbers.join(', ');
  return (
    <>
      {words && i18n._(words.remedy)}
      <Typography
        variant="caption"
        component="span"
        sx={{ display: 'block', overflowWrap: 'anywhere' }}
      >
        {numbers && (
          <>
            <Trans>Patient {numbers}</Trans>
            {' · '}
          </>
        )}
        <code>{record}</code>
        {submission && (
          <>
            {' · '}
            <AppLink
              to={'/data-centre/submissions' as string}
              search={{ sha: submission.sha256 } as never}
              aria-label={t`Submission of ${formatInstant(submission.receivedAt)} with ${record}`}
            >
              {formatInstant(submission.receivedAt)}
            </AppLink>
          </>
        )}
      </Typography>
    </>
  );
}

export function useStageFindingColumns(): Column<StageFinding>[] {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const code = useCodeWords();
  const { data: me } = useQuery(meQuery);
  // To an account of one institution every line says the same.
  const national = me?.institution === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: t changes with the language, as the words do
  return useMemo(() => {
    const institution: Column<StageFinding> = {
      id: 'institution',
      header: t`Institution`,
      width: 'minmax(150px, 1fr)',
      wraps: true,
      yields: 2,
      cell: (f) => label(f.institution.name),
    };
    return [
      {
        id: 'rule',
        header: t`Rule`,
        width: 'minmax(140px, 1fr)',
        wraps: true,
        cell: ({ rule }) => {
          const words = ruleWords[rule];
          return words ? i18n._(words.name) : rule;
        },
      },
      {
        id: 'site',
        header: t`Cancer site`,
        width: 'minmax(110px, .7fr)',
        wraps: true,
        yields: 1,
        cell: ({ siteGroup }) =>
          siteGroup && <SiteName site={siteGroup} label={siteChoice(siteGroup)?.label ?? null} />,
      },
      ...(national ? [institution] : []),
      {
        id: 'sent',
        header: t`Sent`,
        width: '92px',
        wraps: true,
        cell: ({ sent, classification }) => (
          <>
            {sent ?? t`no group`}
            {classification !== null && (
              <Typography variant="caption" component="span">
                {' · '}
                {code('classification', classification)}
              </Typography>
            )}
          </>
        ),
      },
      {
        id: 'derived',
        header: t`Derived`,
        width: '92px',
        wraps: true,
        cell: ({ possible }) =>
          possible.length === 0
            ? t`no group`
            : possible.length > 4
              ? `${possible[0]} – ${possible.at(-1)}`
              : possible.join(', '),
      },
      {
        id: 'sentence',
        header: t`Contradiction`,
        width: 'minmax(240px, 2.4fr)',
        wraps: true,
        cell: (finding) => <Contradiction finding={finding} />,
      },
      {
        id: 'remedy',
        header: t`What to correct`,
        width: 'minmax(200px, 1.6fr)',
        wraps: true,
        cell: (finding) => <Remedy finding={finding} />,
      },
      {
        id: 'found',
        header: t`Found at`,
        width: '148px',
        yields: 3,
        cell: ({ foundAt }) => formatInstant(foundAt),
      },
    ];
  }, [t, national]);
}
