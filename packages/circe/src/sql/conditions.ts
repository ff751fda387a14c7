import { kindOf } from '../attributes/registry.ts';
import type { Attribute, Needs } from '../domains/domain.ts';
import type { Names } from './names.ts';

export interface Conditions {
  readonly wheres: readonly string[];
  readonly needs: ReadonlySet<Needs>;
}

/** What the attributes of a value ask. @param at place of the value in the expression */
export const conditionsOf = (
  attributes: Readonly<Record<string, Attribute>>,
  value: Readonly<Record<string, unknown>>,
  names: Names,
  at: string,
): Conditions => {
  const wheres: string[] = [];
  const needs = new Set<Needs>();
  for (const [field, attribute] of Object.entries(attributes)) {
    const given = value[field];
    if (given === undefined) continue;
    const where = kindOf(attribute.kind).where(given, {
      of: attribute.of,
      codesets: names.codesets,
      except: attribute.except !== undefined && value[attribute.except] === true,
      at: `${at}.${field}`,
    });
    if (where === null) continue;
    wheres.push(where);
    if (attribute.needs !== undefined) needs.add(attribute.needs);
  }
  return { wheres, needs };
};

/** Tables joined to the rows `C` of events. */
export const joinsOf = (needs: ReadonlySet<Needs>, names: Names): string => {
  const joins: string[] = [];
  if (needs.has('person')) joins.push(`JOIN ${names.cdm('person')} P ON C.person_id = P.person_id`);
  if (needs.has('visit'))
    joins.push(
      `JOIN ${names.cdm('visit_occurrence')} V ON C.visit_occurrence_id = V.visit_occurrence_id AND C.person_id = V.person_id`,
    );
  if (needs.has('careSite'))
    joins.push(`JOIN ${names.cdm('care_site')} CS ON C.care_site_id = CS.care_site_id`);
  if (needs.has('provider'))
    joins.push(`LEFT JOIN ${names.cdm('provider')} PR ON C.provider_id = PR.provider_id`);
  if (needs.has('careSiteRegion'))
    joins.push(`JOIN ${names.cdm('location_history')} LH ON LH.entity_id = C.care_site_id AND LH.domain_id = 'CARE_SITE'
  AND C.start_date >= LH.start_date AND C.end_date <= coalesce(LH.end_date, DATE '2099-12-31')
JOIN ${names.cdm('location')} LOC ON LOC.location_id = LH.location_id`);
  return joins.join('\n');
};
