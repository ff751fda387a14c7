/** The filters of the dashboard. */
import { useLingui } from '@lingui/react/macro';
import { PROVINCES } from '@nodp/terminology/provinces';
import { Filters } from '../../../design/filters/filters.tsx';
import { PickFilter } from '../../../design/filters/pick-filter.tsx';
import { SiteFilter } from '../../../design/filters/site-filter.tsx';
import { standardWords } from '../../../design/words.ts';
import { useLabel } from '../../../i18n/label.ts';
import { filterNames, type Request, sexes, standards } from '../request.ts';
import { caseSexWords } from '../words.ts';
import { ChoiceFilter } from './choice.tsx';

/** @param span the release's years of diagnosis; unknown until it is read */
export function OverviewFilters({
  request,
  span,
}: {
  request: Request;
  span: { first: number; last: number } | null;
}) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const chosen = [request.fromYear, request.toYear].filter((y) => y !== null);
  const first = Math.min(span?.first ?? Number.POSITIVE_INFINITY, ...chosen);
  const last = Math.max(span?.last ?? Number.NEGATIVE_INFINITY, ...chosen);
  const years = Array.from({ length: Math.max(0, last - first + 1) || 0 }, (_, i) =>
    String(last - i),
  );
  const all = { value: '', words: t`All` };
  const year = (value: string) => ({ value, words: value });
  return (
    <Filters names={filterNames}>
      <SiteFilter joint />
      <PickFilter
        label={t`Province of residence`}
        name="province"
        choices={PROVINCES.map((p) => ({
          value: p.code,
          words: label(p.label),
          names: [p.label.zh, p.label.en, p.fullName.zh, p.fullName.en],
          codes: [p.code],
        }))}
      />
      <ChoiceFilter
        label={t`Sex`}
        name="sex"
        value={request.sex ?? ''}
        usual=""
        choices={[all, ...sexes.map((sex) => ({ value: sex, words: i18n._(caseSexWords[sex]) }))]}
      />
      <ChoiceFilter
        label={t`From year`}
        name="from"
        value={request.fromYear?.toString() ?? ''}
        usual=""
        minWidth={96}
        choices={[{ value: '', words: t`First` }, ...years.map(year)]}
      />
      <ChoiceFilter
        label={t`To year`}
        name="to"
        value={request.toYear?.toString() ?? ''}
        usual=""
        minWidth={96}
        choices={[{ value: '', words: t`Last` }, ...years.map(year)]}
      />
      <ChoiceFilter
        label={t`Standard population`}
        name="standard"
        value={request.standard}
        usual="SEGI"
        minWidth={190}
        choices={standards.map((s) => ({ value: s, words: i18n._(standardWords[s]) }))}
      />
    </Filters>
  );
}
