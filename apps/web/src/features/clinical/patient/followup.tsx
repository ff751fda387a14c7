/** How the disease stood, contacts made and due, plans. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useCodeWords } from '../../../design/code-words.ts';
import { ContactStatus } from '../../../design/contact-status.tsx';
import { Dot } from '../../../design/marks.tsx';
import { Panel } from '../../../design/page.tsx';
import { trendColours } from '../../../design/palette.ts';
import { Empty } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { trendWords } from '../../../design/words.ts';
import { formatInstant, formatPartialDate } from '../../../format/date.ts';
import { useLabel } from '../../../i18n/label.ts';
import { openWords } from '../../../i18n/language.ts';
import { meQuery } from '../../../session/me.ts';
import { OutcomesPanel } from '../followup/outcomes-panel.tsx';
import { PlanButton, WithdrawPlan } from '../followup/plan-actions.tsx';
import { MessageButton } from '../message-button.tsx';
import type { Patient } from './data.ts';
import { SymptomsPanel } from './symptoms/panel.tsx';
import { TermWords } from './term.tsx';

const ScreeningPanel = lazy(async () => {
  const [{ ScreeningPanel }] = await Promise.all([
    import('../screening/panel.tsx'),
    openWords('clinical-screening'),
  ]);
  return { default: ScreeningPanel };
});

const MessagesPanel = lazy(async () => {
  const [{ MessagesPanel }] = await Promise.all([
    import('../messages/patient-panel.tsx'),
    openWords('clinical-messages'),
  ]);
  return { default: MessagesPanel };
});

/** What the patient reports, and below what follow-up recorded. */
export function FollowupSection({ patient }: { patient: Patient }) {
  const writes = useWrites();
  const plans = usePlans();
  return (
    <>
      <SymptomsPanel patient={patient} />
      <OutcomesPanel
        patient={{
          id: patient.id,
          name: patient.identity.name,
          isDead: patient.vitalStatus === 'DEAD',
        }}
      />
      <Suspense fallback={null}>
        <ScreeningPanel id={patient.id} name={patient.identity.name} />
      </Suspense>
      {writes && (
        <Suspense fallback={null}>
          <MessagesPanel id={patient.id} name={patient.identity.name} />
        </Suspense>
      )}
      {plans && patient.vitalStatus !== 'DEAD' && (
        <Box sx={{ display: 'flex', justifyContent: 'flex-end', mb: 1 }}>
          <PlanButton patientId={patient.id} name={patient.identity.name} plan={null} />
        </Box>
      )}
      <Recorded patient={patient} />
    </>
  );
}

/** Whether the reader writes letters and text messages to patients. */
const useWrites = (): boolean => useQuery(meQuery).data?.scopes.includes('message:send') ?? false;

/** Whether the reader makes plans of follow-up. */
const usePlans = (): boolean => useQuery(meQuery).data?.scopes.includes('contact:enter') ?? false;

/** What may be done with a plan: written about while it goes on, changed and withdrawn where it was made. */
function PlanActions({
  plan,
  patient,
}: {
  plan: Patient['followupPlans'][number];
  patient: Patient;
}) {
  const label = useLabel();
  const lives = patient.vitalStatus !== 'DEAD';
  const writes = useWrites() && lives;
  const plans = usePlans() && lives && plan.own;
  const what = label(plan.what.label);
  const { name } = patient.identity;
  return (
    <>
      {writes && plan.status === 'active' && (
        <MessageButton about={plan.id} occasion="PLAN" name={name} />
      )}
      {plans && (
        <>
          <PlanButton
            patientId={patient.id}
            name={name}
            plan={{
              ...{ id: plan.id, what, status: plan.status },
              ...{ startedOn: plan.startedOn, endedOn: plan.endedOn },
              activities: plan.activities.map((one) => ({
                what: label(one.what.label),
                status: one.status,
              })),
            }}
          />
          <WithdrawPlan id={plan.id} what={what} />
        </>
      )}
    </>
  );
}

function Recorded({ patient }: { patient: Patient }) {
  const { i18n, t } = useLingui();
  const code = useCodeWords();
  const label = useLabel();
  const writes = useWrites() && patient.vitalStatus !== 'DEAD';
  const { diseaseStatuses, followupContacts, followupPlans } = patient;
  if (diseaseStatuses.length + followupContacts.length + followupPlans.length === 0) {
    return (
      <Empty>
        <Trans>No follow-up is recorded</Trans>
      </Empty>
    );
  }
  return (
    <>
      {diseaseStatuses.length > 0 && (
        <Panel title={t`Disease status`} flush>
          <SimpleTable
            label={t`Disease status`}
            rows={diseaseStatuses.toReversed()}
            rowKey={(s) => s.id}
            maxHeight={320}
            columns={[
              { header: t`Date`, cell: (s) => formatPartialDate(s.date), nowrap: true },
              {
                header: t`Status`,
                cell: (s) => (
                  <Dot colour={trendColours[s.trend]}>{i18n._(trendWords[s.trend])}</Dot>
                ),
              },
              { header: t`As sent`, cell: (s) => s.asSent && <TermWords term={s.asSent} /> },
            ]}
          />
        </Panel>
      )}
      {followupContacts.length > 0 && (
        <Panel title={t`Contacts`} flush>
          <SimpleTable
            label={t`Contacts`}
            stacks
            rows={followupContacts}
            rowKey={(c) => c.id}
            maxHeight={400}
            columns={[
              { header: t`Date and time`, cell: (c) => formatInstant(c.at), nowrap: true },
              { header: t`What for`, cell: (c) => c.what && <TermWords term={c.what} /> },
              {
                header: t`Status`,
                cell: (c) => <ContactStatus contact={c} dead={patient.vitalStatus === 'DEAD'} />,
                nowrap: true,
              },
              { header: t`Place`, cell: (c) => c.venue ?? '—' },
              { header: t`Note`, cell: (c) => c.note ?? '—' },
              ...(writes
                ? [
                    {
                      header: t`Letter or text message`,
                      cell: (c: Patient['followupContacts'][number]) =>
                        c.daysLate !== null && (
                          <MessageButton
                            about={c.id}
                            occasion="APPOINTMENT"
                            name={patient.identity.name}
                          />
                        ),
                    },
                  ]
                : []),
            ]}
          />
        </Panel>
      )}
      {followupPlans.map((plan) => (
        <Panel
          key={plan.id}
          title={label(plan.what.label)}
          detail={`${t`Plan`} · ${plan.closedAt === null ? code('status', plan.status) : t`closed by the death`} · ${formatPartialDate(plan.startedOn)}${plan.endedOn ? ` – ${plan.endedOn}` : ''}`}
          actions={<PlanActions plan={plan} patient={patient} />}
          flush={plan.activities.length > 0}
        >
          {plan.activities.length > 0 ? (
            <SimpleTable
              label={t`What is planned`}
              rows={plan.activities}
              rowKey={(_, index) => index}
              columns={[
                { header: t`What is planned`, cell: (a) => a.what && <TermWords term={a.what} /> },
                { header: t`Status`, cell: (a) => code('status', a.status), nowrap: true },
              ]}
            />
          ) : (
            <Trans>The plan lists nothing to be done.</Trans>
          )}
        </Panel>
      ))}
    </>
  );
}
