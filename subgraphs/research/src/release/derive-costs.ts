/** Costs that leave are rounded to so many yuan; so many stand for that and more. */
const TO = 1_000;
const MOST = 2_000_000;

/** Null where nothing is said, which `least` would leave out. */
const rounded = (fen: string): string =>
  `case when ${fen} is not null then least(${MOST}, round(${fen} / ${TO * 100}.0) * ${TO})::integer end`;

/** A line of a bill known to the month may stand before a diagnosis of the same month. */
const isAfter = `(i.served_on >= n.began or date_trunc('month', i.served_on) = date_trunc('month', n.began))`;

/**
 * What each case cost in the 365 days from its diagnosis. A line that names the condition it is for is of that case; any other of
 * the case last diagnosed before it, so that no line counts twice.
 */
export const costSteps: readonly string[] = [
  `create table cost_of_case as
    select i.rowid as item, coalesce(min(t.case_number), max(n.case_number) filter (where ${isAfter})) as case_number
    from cost_item i join numbered n using (patient_id)
    left join tumour_case t on t.patient_id = i.patient_id and t.institution_id = i.institution_id
      and t.source_id = i.condition_source_id
    group by 1`,
  `create table costs as
    select n.person_key, n.case_number, ${rounded('sum(i.amount)')} as direct_cost,
      ${rounded('sum(i.patient_paid)')} as out_of_pocket_cost
    from cost_of_case c join cost_item i on i.rowid = c.item
    join numbered n on n.patient_id = i.patient_id and n.case_number = c.case_number
    where ${isAfter} and i.served_on < n.began + 365
    group by 1, 2`,
];
