/** A study of a partner: what it asks, the decision, its answer before it leaves, and the verdict. */
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { save } from '../../design/downloads.ts';
import { Tag } from '../../design/marks.tsx';
import { Facts, Panel } from '../../design/page.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatStudyValue } from '../../figures/study-value.ts';
import { formatInstant } from '../../format/date.ts';
import type { PartnerStudyState } from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { DecisionDialog } from './decision-dialog.tsx';
import type { PartnerStudy } from './queries.ts';

const states = {
  RECEIVED: msg`waits for a decision`,
  DECLINED: msg`declined`,
  ANSWERED: msg`run; waits for a second member`,
  RELEASED: msg`answer signed`,
  WITHHELD: msg`answer withheld`,
} as const satisfies Record<PartnerStudyState, ReturnType<typeof msg>>;
const colours: Record<PartnerStudyState, string> = {
  RECEIVED: '#56B4E9',
  DECLINED: '#C3C9CE',
  ANSWERED: '#E69F00',
  RELEASED: '#009E73',
  WITHHELD: '#D55E00',
};
type Decision = 'RUN' | 'DECLINE' | 'RELEASE' | 'WITHHOLD';

export function ReceivedStudy({ study }: { study: PartnerStudy }) {
  const { i18n } = useLingui();
  const label = useLabel();
  const [deciding, decide] = useState<Decision | null>(null);
  const { answer, state } = study;
  const by = (who: PartnerStudy['decidedBy'], at: string | null, reason: string | null) =>
    who && at ? `${label(who)}, ${formatInstant(at)}: ${reason ?? ''}` : null;
  const decided = by(study.decidedBy, study.decidedAt, study.reason);
  const reviewed = by(study.reviewedBy, study.reviewedAt, study.reviewReason);
  return (
    <Panel
      title={study.name}
      name={`${study.name} ${study.hash.slice(0, 8)}`}
      detail={
        <>
          {label(study.partner.name)} · <Tag colour={colours[state]}>{i18n._(states[state])}</Tag>
        </>
      }
    >
      <Facts
        facts={[
          { name: <Trans>What for</Trans>, value: study.purpose },
          {
            name: <Trans>Received</Trans>,
            value: `${label(study.receivedBy)}, ${formatInstant(study.receivedAt)}`,
          },
          { name: <Trans>Digest</Trans>, value: <code>{study.hash.slice(0, 16)}…</code> },
          ...(decided ? [{ name: <Trans>Decision</Trans>, value: decided }] : []),
          ...(reviewed ? [{ name: <Trans>Verdict on the answer</Trans>, value: reviewed }] : []),
        ]}
      />
      <Asked study={study} />
      {answer && <Answer study={study} answer={answer} />}
      {state === 'ANSWERED' && !study.mayReview && (
        <Alert severity="info" sx={{ mt: 1 }}>
          <Trans>You let it run: a second member looks at the answer before it leaves.</Trans>
        </Alert>
      )}
      <Stack direction="row" sx={{ gap: 1, mt: 1.5, flexWrap: 'wrap' }}>
        {state === 'RECEIVED' && (
          <>
            <Button variant="contained" size="small" onClick={() => decide('RUN')}>
              <Trans>Allow and run</Trans>
            </Button>
            <Button variant="outlined" size="small" onClick={() => decide('DECLINE')}>
              <Trans>Decline</Trans>
            </Button>
          </>
        )}
        {study.mayReview && (
          <>
            <Button variant="contained" size="small" onClick={() => decide('RELEASE')}>
              <Trans>Sign the answer</Trans>
            </Button>
            <Button variant="outlined" size="small" onClick={() => decide('WITHHOLD')}>
              <Trans>Withhold it</Trans>
            </Button>
          </>
        )}
        {study.signedAnswer !== null && (
          <Button
            variant="contained"
            size="small"
            onClick={() =>
              save(
                `answer-${study.hash.slice(0, 8)}.jws`,
                study.signedAnswer ?? '',
                'application/jose',
              )
            }
          >
            <Trans>Save the signed answer</Trans>
          </Button>
        )}
      </Stack>
      {deciding && <DecisionDialog study={study} kind={deciding} onClose={() => decide(null)} />}
    </Panel>
  );
}

function Asked({ study }: { study: PartnerStudy }) {
  const label = useLabel();
  return (
    <>
      <Typography variant="subtitle2" component="h3" sx={{ mt: 1.5 }}>
        <Trans>What the study asks</Trans>
      </Typography>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {study.cohorts.map(({ name, description }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cohort is named by its place
          <li key={place}>
            <strong>{name}</strong>: {label(description)}
          </li>
        ))}
      </ul>
      <ol style={{ margin: '8px 0 0', paddingInlineStart: 20 }}>
        {study.blocks.map(({ text, figure }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is named by its place
          <li key={place} style={{ whiteSpace: 'pre-wrap' }}>
            {figure ? label(figure) : text}
          </li>
        ))}
      </ol>
    </>
  );
}

function Answer({
  study,
  answer,
}: {
  study: PartnerStudy;
  answer: NonNullable<PartnerStudy['answer']>;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const { release, minimumCell, lines, refused } = answer;
  return (
    <>
      <Typography variant="subtitle2" component="h3" sx={{ mt: 1.5 }}>
        <Trans>
          Its answer on release {release}; no count below {minimumCell}
        </Trans>
      </Typography>
      {refused.map(({ block, reason }) => (
        <Alert key={`${block} ${reason.en}`} severity="info" sx={{ my: 0.5 }}>
          {label(reason)}
        </Alert>
      ))}
      <SimpleTable
        label={t`Figures of the answer`}
        stacks
        maxHeight={420}
        rows={lines}
        rowKey={(_, place) => place}
        columns={[
          { header: t`Part`, align: 'right', cell: ({ block }) => block + 1 },
          { header: t`Figure`, leastWidth: 220, cell: ({ what }) => label(what) },
          {
            header: t`Cohort`,
            cell: ({ cohort }) =>
              cohort === null ? t`all` : (study.cohorts[cohort]?.name ?? cohort + 1),
          },
          {
            header: t`Value (95% CI)`,
            align: 'right',
            cell: ({ scale, value }) => formatStudyValue(scale, value),
          },
        ]}
      />
    </>
  );
}
