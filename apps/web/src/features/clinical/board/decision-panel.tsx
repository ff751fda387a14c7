/** What the board decided of the case, its versions and whether it was done; and the form that records it. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import { lazy, Suspense, useState } from 'react';
import { Panel } from '../../../design/page.tsx';
import type { CasePage } from './data.ts';
import { DecisionForm } from './decision-form.tsx';
import { DecisionText } from './decision-text.tsx';

const OutcomeDialog = lazy(async () => ({
  default: (await import('./outcome-dialog.tsx')).OutcomeDialog,
}));

export function DecisionPanel({ case_: one }: { case_: CasePage }) {
  const { t } = useLingui();
  const [correcting, setCorrecting] = useState(false);
  const [saying, setSaying] = useState(false);
  const [latest, ...former] = one.decisions;
  if (one.state === 'WITHDRAWN') return null;
  return (
    <Panel
      title={t`Decision of the board`}
      actions={
        latest && (
          <>
            {latest.dueOn != null && (
              <Button size="small" variant="outlined" onClick={() => setSaying(true)}>
                <Trans>Was it carried out? …</Trans>
              </Button>
            )}
            <Button size="small" onClick={() => setCorrecting(!correcting)}>
              {correcting ? <Trans>Do not correct</Trans> : <Trans>Correct …</Trans>}
            </Button>
          </>
        )
      }
    >
      {latest && <DecisionText decision={latest} />}
      {(latest === undefined || correcting) && (
        <DecisionForm
          key={latest?.version ?? 0}
          case_={one}
          former={latest ?? null}
          onDone={() => setCorrecting(false)}
        />
      )}
      {former.length > 0 && (
        <details>
          <summary>
            <Trans>Former versions</Trans>
          </summary>
          {former.map((decision) => (
            <DecisionText key={decision.version} decision={decision} />
          ))}
        </details>
      )}
      {saying && latest && (
        <Suspense>
          <OutcomeDialog id={one.id} decision={latest} onClose={() => setSaying(false)} />
        </Suspense>
      )}
    </Panel>
  );
}
