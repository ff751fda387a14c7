import { sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';

const p = sql.placeholder;

export interface InstitutionTallied {
  readonly id: string;
  readonly code: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly tier: string;
  readonly regionCode: string;
  readonly days: readonly string[];
  readonly received: number;
  readonly failed: number;
  readonly receivedBefore: number;
  readonly failedBefore: number;
  /** Of the last 30 days: what edits hold. */
  readonly held: number;
  /** New records of the last 90 days that say when what they tell of was, and those of them received within 30 days of it. */
  readonly dated: number;
  readonly timely: number;
  /** The day that its silence was noticed on; null where it is not silent. */
  readonly silentSince: string | null;
}

const all = sql.raw('t.created + t.updated + t.unchanged + t.retained + t.held + t.refused');

/** Every institution whose tallies the account may read, with the days that it sent on and two spans of 30 days. */
export const institutionsTallied = sqlStatement<InstitutionTallied>(sql`
  select i.id, i.code, i.name_en, i.name_zh, i.tier, i.region_code,
    coalesce(array_agg(distinct t.day::text order by t.day::text) filter (where t.day is not null), '{}') as days,
    coalesce(sum(${all}) filter (where t.day > ${p('today')}::date - 30), 0)::int as received,
    coalesce(sum(t.held + t.refused) filter (where t.day > ${p('today')}::date - 30), 0)::int as failed,
    coalesce(sum(${all}) filter (where t.day <= ${p('today')}::date - 30 and t.day > ${p('today')}::date - 60), 0)::int as received_before,
    coalesce(sum(t.held + t.refused) filter (where t.day <= ${p('today')}::date - 30 and t.day > ${p('today')}::date - 60), 0)::int as failed_before,
    coalesce(sum(t.held) filter (where t.day > ${p('today')}::date - 30), 0)::int as held,
    coalesce(sum(t.within_1 + t.within_7 + t.within_30 + t.within_90 + t.within_365 + t.later)
      filter (where t.day > ${p('today')}::date - 90), 0)::int as dated,
    coalesce(sum(t.within_1 + t.within_7 + t.within_30) filter (where t.day > ${p('today')}::date - 90), 0)::int as timely,
    (select s.raised_on::text from basic.silence s where s.institution_id = i.id and s.ended_on is null) as silent_since
  from basic.institution i
  left join basic.intake_tally t on t.institution_id = i.id and t.day > ${p('today')}::date - ${p('back')}::int
  group by i.id order by i.code`);

export interface DayTallied {
  readonly day: string;
  readonly resourceType: string;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly retained: number;
  readonly held: number;
  readonly refused: number;
  readonly within1: number;
  readonly within7: number;
  readonly within30: number;
  readonly within90: number;
  readonly within365: number;
  readonly later: number;
}

/** An institution's days, the last first: six months of them at most. */
export const daysTallied = sqlStatement<DayTallied>(sql`
  select day::text, resource_type, created, updated, unchanged, retained, held, refused,
    within_1 as "within1", within_7 as "within7", within_30 as "within30", within_90 as "within90",
    within_365 as "within365", later
  from basic.intake_tally
  where institution_id = ${p('institution')}::uuid and day between ${p('from')}::date and ${p('to')}::date
  order by day desc, resource_type`);

export interface ReasonTallied {
  readonly outcome: 'held' | 'refused' | 'warned';
  readonly reason: string;
  readonly records: number;
  readonly example: { readonly submission: string; readonly where: string };
}

export const reasonsTallied = sqlStatement<ReasonTallied>(sql`
  select outcome, reason, sum(records)::int as records, (array_agg(example order by day desc))[1] as example
  from basic.reason_tally
  where institution_id = ${p('institution')}::uuid and day between ${p('from')}::date and ${p('to')}::date
  group by outcome, reason order by outcome, sum(records) desc, reason`);

export interface CompletenessTallied {
  readonly siteGroup: string;
  readonly tumours: number;
  readonly morphology: number;
  readonly basis: number;
  readonly diagnosedToDay: number;
  readonly stage: number;
}

export const completenessTallied = sqlStatement<CompletenessTallied>(sql`
  select site_group, tumours, morphology, basis, diagnosed_to_day, stage from basic.completeness_tally
  where institution_id = ${p('institution')}::uuid and month = ${p('from')}::date
  order by tumours desc, site_group`);

export const tierTallied = sqlStatement<{
  readonly institutions: number;
  readonly received: number;
  readonly held: number;
  readonly refused: number;
}>(
  sql`select * from basic.tier_tally(${p('institution')}::uuid, ${p('from')}::date, ${p('to')}::date)`,
);

export interface Silence {
  readonly raisedOn: string;
  readonly lastOn: string;
  readonly endedOn: string | null;
}

/** An institution's silences, the newest first. */
export const silencesOf = sqlStatement<Silence>(sql`
  select raised_on::text, last_on::text, ended_on::text from basic.silence
  where institution_id = ${p('institution')}::uuid order by raised_on desc limit 12`);

/** How many institutions are silent of those whose tallies the account may read. */
export const silentCount = sqlStatement<{ readonly silent: number }>(
  sql`select count(*)::int as silent from basic.silence where ended_on is null`,
);

export interface UnmappedCode {
  readonly domain: string;
  readonly system: string;
  readonly code: string;
  readonly display: string | null;
  readonly records: number;
}

/** An institution's own codes that records wait for a mapping of, the commonest first. */
export const unmappedCodes = sqlStatement<UnmappedCode>(sql`
  select c.domain, c.system, c.code, l.display, sum(c.unmapped)::int as records
  from basic.local_code_count c left join basic.local_code l using (institution_id, domain, system, code)
  where c.institution_id = ${p('institution')}::uuid
  group by c.domain, c.system, c.code, l.display having sum(c.unmapped) > 0
  order by records desc, c.domain, c.system, c.code limit 50`);
