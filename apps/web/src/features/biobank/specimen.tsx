/** One specimen. */
import { Trans, useLingui } from '@lingui/react/macro';
import { AppLink } from '../../design/links.tsx';
import { Facts, PageHeader, Panel } from '../../design/page.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatInstant } from '../../format/date.ts';
import { useLabel } from '../../i18n/label.ts';
import { Consent } from './consent.tsx';
import type { Banked } from './queries.ts';
import { SpecimenActions } from './specimen-actions.tsx';
import { amountWords, SpecimenLink, TubeTable } from './tubes.tsx';
import { custodyWords, levelWords, specimenStateWords } from './words.ts';

export function Specimen({ specimen }: { specimen: Banked }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const { collection, donor } = specimen;
  return (
    <>
      <PageHeader
        title={specimen.barcode}
        detail={`${i18n._(levelWords[specimen.level])} · ${label(specimen.type.label)}`}
        actions={<SpecimenActions specimen={specimen} />}
      />
      <Panel title={<Trans>What it is</Trans>}>
        <Facts
          facts={[
            { name: t`State`, value: i18n._(specimenStateWords[specimen.state]) },
            {
              name: t`Left of it`,
              value: t`${amountWords(specimen)} of ${specimen.initialAmount}`,
            },
            { name: t`Preservation`, value: label(specimen.preservation.label) },
            {
              name: t`Needs`,
              value: specimen.temperature ? label(specimen.temperature.label) : null,
            },
            { name: 'SPREC', value: specimen.sprec },
            {
              name: t`Concentration`,
              value:
                specimen.concentration === null
                  ? null
                  : `${specimen.concentration} ${specimen.concentrationUnit ?? ''}`,
            },
            {
              name: t`Tumour content`,
              value: specimen.tumourContent === null ? null : `${specimen.tumourContent} %`,
            },
            { name: 'RIN', value: specimen.rin },
            { name: t`Times thawed`, value: specimen.thaws },
            { name: t`Labels printed`, value: specimen.labels },
          ]}
        />
      </Panel>
      <Panel title={<Trans>Where it lies</Trans>}>
        {specimen.place.length === 0 ? (
          <Trans>Nowhere in storage.</Trans>
        ) : (
          <>
            {specimen.place.map((one, i) => (
              <span key={one.id}>
                {i > 0 && ' › '}
                <AppLink
                  to="/biobank/containers/{-$containerId}"
                  params={{ containerId: one.id }}
                  search={{}}
                >
                  {one.name}
                </AppLink>
              </span>
            ))}
            {specimen.position && <strong> · {specimen.position}</strong>}
          </>
        )}
      </Panel>
      {collection && (
        <Panel title={<Trans>Collection</Trans>}>
          <Facts
            facts={[
              { name: t`Donor`, value: donor?.code },
              { name: t`Collected`, value: formatInstant(collection.collectedAt) },
              { name: t`Procedure`, value: label(collection.procedure.label) },
              {
                name: t`Diagnosis`,
                value:
                  collection.diagnosis &&
                  `${collection.diagnosis.code} ${label(collection.diagnosis.label)}`,
              },
              {
                name: t`Topography`,
                value:
                  collection.topography &&
                  `${collection.topography.code} ${label(collection.topography.label)}`,
              },
              {
                name: t`Warm ischaemia`,
                value: collection.warmIschaemia === null ? null : `${collection.warmIschaemia} min`,
              },
              {
                name: t`Cold ischaemia`,
                value: collection.coldIschaemia === null ? null : `${collection.coldIschaemia} min`,
              },
            ]}
          />
        </Panel>
      )}
      {donor && <Consent donor={donor} />}
      <Tree specimen={specimen} />
      <Custody specimen={specimen} />
      {specimen.results.length > 0 && (
        <Panel flush title={<Trans>Results brought back</Trans>}>
          <SimpleTable
            label={t`Results brought back`}
            rows={specimen.results}
            rowKey={(_, i) => i}
            stacks
            columns={[
              { header: t`Examined`, cell: (one) => one.what },
              { header: t`Found`, cell: (one) => `${one.value} ${one.unit ?? ''}` },
              { header: t`Account`, cell: (one) => one.by },
              { header: t`When`, cell: (one) => formatInstant(one.at), nowrap: true },
            ]}
          />
        </Panel>
      )}
    </>
  );
}

function Tree({ specimen }: { specimen: Banked }) {
  const { t } = useLingui();
  if (!specimen.parent && specimen.made.length === 0 && specimen.parts.length === 0) return null;
  return (
    <>
      {(specimen.parent || specimen.parts.length > 0) && (
        <Panel title={<Trans>Made of</Trans>}>
          {specimen.parent && <SpecimenLink {...specimen.parent} />}
          {specimen.parts.map(({ specimen: part, amount }, i) => (
            <span key={part.id}>
              {i > 0 && ', '}
              <SpecimenLink {...part} /> ({amountWords({ amount, unit: part.unit })})
            </span>
          ))}
        </Panel>
      )}
      {specimen.made.length > 0 && (
        <Panel flush title={<Trans>Made of it</Trans>}>
          <TubeTable label={t`Made of it`} tubes={specimen.made} maxHeight={360} />
        </Panel>
      )}
    </>
  );
}

function Custody({ specimen }: { specimen: Banked }) {
  const { t, i18n } = useLingui();
  return (
    <Panel
      flush
      title={<Trans>Chain of custody</Trans>}
      detail={<Trans>added to, never changed</Trans>}
    >
      <SimpleTable
        label={t`Chain of custody`}
        rows={specimen.custody}
        rowKey={(_, i) => i}
        stacks
        columns={[
          { header: t`When`, cell: (one) => formatInstant(one.at), nowrap: true },
          {
            header: t`What`,
            cell: (one) =>
              one.thaw === null
                ? i18n._(custodyWords[one.kind])
                : `${i18n._(custodyWords[one.kind])} (${one.thaw})`,
          },
          { header: t`Account`, cell: (one) => one.by },
          {
            header: '°C',
            cell: (one) =>
              one.celsius === null ? null : one.excursion ? (
                <strong>
                  {one.celsius} {t`(out of bounds)`}
                </strong>
              ) : (
                one.celsius
              ),
            align: 'right',
          },
          {
            header: t`Amount`,
            cell: (one) =>
              one.amount === null ? null : amountWords({ amount: one.amount, unit: specimen.unit }),
          },
          { header: t`Place`, cell: (one) => one.place },
          { header: t`Note`, cell: (one) => one.note },
        ]}
      />
    </Panel>
  );
}
