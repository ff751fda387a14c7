/** The way from a cohort to specimens of it. */
import { Trans } from '@lingui/react/macro';
import { type CohortDefinition, stepsOf } from '@nodp/cohorts';
import { jointSite } from '@nodp/terminology/joint-sites';
import { useQuery } from '@tanstack/react-query';
import { ButtonLink } from '../../design/links.tsx';
import { cohortQuery } from './queries.ts';

/** The one site group that a definition asks for; undefined where it asks for several or none. */
const siteOf = (definition: CohortDefinition): string | undefined => {
  const asked = stepsOf(definition).flatMap((step) => ('site' in step ? [step.site] : []));
  const [only] = asked;
  const site = asked.length === 1 && only?.length === 1 ? only[0] : undefined;
  // A part of a site stands for its group; several sites under one name are no group.
  return site === undefined || jointSite(site) !== null ? undefined : site.split('.')[0];
};

export function RequestSpecimens({
  definition,
  release,
}: {
  definition: CohortDefinition;
  release: number;
}) {
  // What the page has asked already: it is not asked, nor counted, again.
  const { data } = useQuery({ ...cohortQuery(release, definition), enabled: false });
  return (
    <ButtonLink
      to="/research/specimens/{-$requestId}"
      params={{}}
      search={{
        cohort: data?.id ?? `release-${release}`,
        words: data?.description.en,
        site: siteOf(definition),
      }}
    >
      <Trans>Request specimens</Trans>
    </ButtonLink>
  );
}
